// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Signalbox {

/// A text field for JSON: line numbers, colours, brackets that find each other, indentation. What
/// is right or wrong it is told.
class JsonTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonTextEdit(QWidget *parent = nullptr);

    /// The text as it is, in UTF-8. (toPlainText() makes blanks of no-break spaces.)
    [[nodiscard]] QByteArray bytes() const;
    /// Replaces the text; can be undone. The cursor goes to the beginning.
    void setBytes(const QByteArray &utf8);

    /// Marks a line, from 0 on; negative: none.
    void setErrorLine(int line);
    [[nodiscard]] int errorLine() const { return m_errorLine; }

Q_SIGNALS:
    void submitted(); ///< Ctrl+Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class JsonLineNumbers;

    [[nodiscard]] int marginWidth() const;
    void paintMargin(QPaintEvent *event);
    void updateMargin();
    void updateSelections();
    void breakLine();
    void typeCloser(const QString &closer);

    QWidget *m_margin;
    int m_errorLine = -1;
};

} // namespace Signalbox
