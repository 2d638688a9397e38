// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"

#include <QByteArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

class IconLabel;
class JsonTextEdit;

/// Where somebody writes JSON. Whether it is strict JSON is said while it is written, in the words
/// of the server, with the line and its mark; whether it is the right JSON, its owner says.
class JsonEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonEditor(QWidget *parent = nullptr);

    /// As it is written, in UTF-8.
    [[nodiscard]] QByteArray json() const;
    /// Strict JSON is indented, other text left as it is.
    void setJson(const QByteArray &json);
    void setAccessibleText(const QString &name);
    void setPlaceholderText(const QString &text);
    /// Nothing written is no error.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isValid() const { return m_isValid; }

    /// Looks at what is written now, not when the typing pauses. Returns isValid().
    bool validate();
    /// Says what else is wrong, at a byte \a offset (negative: nowhere in particular), until the
    /// text changes.
    void showProblem(const QString &message, qsizetype offset);
    void clearProblem();
    [[nodiscard]] QString message() const;
    [[nodiscard]] int errorLine() const; ///< from 0 on; negative: none

    void format();
    [[nodiscard]] JsonTextEdit *textEdit() const { return m_edit; }

Q_SIGNALS:
    void edited(); ///< with every change
    /// What is written was looked at; it is strict JSON, or nothing.
    void validated(bool isValid);
    void submitted();

private:
    void handleTextChanged();
    void showMessage(const QString &text, bool isError);

    JsonTextEdit *m_edit;
    IconLabel *m_icon;
    QLabel *m_message;
    QToolButton *m_format;
    QTimer *m_timer;
    bool m_isValid = true;
};

} // namespace Signalbox
