// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class JsonHighlighter;

/// Shows JSON: indented, coloured, read-only, and otherwise as its author wrote it.
///
/// Of a large text only the beginning is shown until somebody wants all of it, which then comes in
/// slices. A line of exorbitant length is broken for the eye; json() has it as it was.
class JsonView final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    /// Text that is not strict JSON is shown as it is.
    void setJson(const QByteArray &json);
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    void clear() { setJson({}); }
    /// What is said when there is nothing.
    void setPlaceholderText(const QString &text);
    void setAccessibleText(const QString &name);

    [[nodiscard]] QString text() const;
    /// False while there is more than is shown.
    [[nodiscard]] bool isComplete() const { return m_isComplete && m_rest.isEmpty(); }
    void showAll();
    [[nodiscard]] QSize sizeHint() const override { return {480, 240}; }

    static constexpr qsizetype FirstBytes = 64 * 1024;
    static constexpr qsizetype AllBytes = 16 * 1024 * 1024;

protected:
    void changeEvent(QEvent *event) override;

private:
    void display(qsizetype maxBytes);
    void appendSlice();
    void updateMore();

    QByteArray m_json;
    bool m_isJson = false;
    bool m_isComplete = true;
    bool m_showsAll = false;
    QString m_rest; ///< yet to be appended, lines broken
    QPlainTextEdit *m_edit;
    JsonHighlighter *m_highlighter;
    QWidget *m_more;
    QLabel *m_moreText;
    QPushButton *m_moreButton;
    QTimer *m_timer;
};

} // namespace Signalbox
