// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsontextedit.h"

#include "gui/json/jsonhighlighter.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextEdit>
#include <QVarLengthArray>

#include <algorithm>
#include <optional>
#include <utility>

namespace Signalbox {

/// The margin with the line numbers.
class JsonLineNumbers final : public QWidget
{
public:
    explicit JsonLineNumbers(JsonTextEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    { }

    [[nodiscard]] QSize sizeHint() const override { return {m_edit->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(event); }

private:
    JsonTextEdit *m_edit;
};

namespace {

constexpr int MarginPadding = 8;
constexpr int FrameRadius = 5; // of the style sheet, within the line
constexpr qsizetype IndentStep = 2;
/// Looking for the other bracket happens with each step of the cursor.
constexpr qsizetype MaxMatched = 200'000;

/// The positions of the bracket at \a position and of its other half.
std::optional<std::pair<int, int>> bracketsAt(const QString &text, int position)
{
    QVarLengthArray<int, 64> open;
    bool inString = false;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            // JSON's strings end with the line, closed or not.
            else if (c == u'"' || c == QChar::ParagraphSeparator)
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c == u'{' || c == u'[') {
            open.append(i);
        } else if (c == u'}' || c == u']') {
            if (open.isEmpty() || (text[open.last()] == u'{') != (c == u'}'))
                return std::nullopt;
            if (open.last() == position || i == position)
                return std::pair(open.last(), i);
            open.removeLast();
        }
    }
    return std::nullopt;
}

QString indentationOf(const QString &line)
{
    qsizetype end = 0;
    while (end < line.size() && (line[end] == u' ' || line[end] == u'\t'))
        ++end;
    return line.first(end);
}

/// A document takes some characters for the end of a line; within a string, where alone they may
/// be, JSON has another way to write them.
QString forDocument(QString text)
{
    for (const char16_t c : {u'\u2029', u'\uFDD0', u'\uFDD1'}) {
        if (text.contains(c))
            text.replace(c, QStringLiteral("\\u%1").arg(c, 4, 16));
    }
    return text;
}

} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new JsonLineNumbers(this))
{
    new JsonHighlighter(document());
    setFont(Theme::fixedFont());
    setTabChangesFocus(true); // else the keyboard would not get out
    setLineWrapMode(NoWrap);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonTextEdit::updateMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonTextEdit::updateSelections);
    updateMargin();
    updateSelections();
}

QByteArray JsonTextEdit::bytes() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text.toUtf8();
}

void JsonTextEdit::setBytes(const QByteArray &utf8)
{
    const QString text = forDocument(QString::fromUtf8(utf8));
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void JsonTextEdit::setErrorLine(int line)
{
    if (std::exchange(m_errorLine, line) == line)
        return;
    m_margin->update();
    updateSelections();
}

int JsonTextEdit::marginWidth() const
{
    const QString widest(QLocale().toString(std::max(100, blockCount())).size(), u'9');
    return fontMetrics().horizontalAdvance(widest) + 2 * MarginPadding + fontMetrics().height();
}

void JsonTextEdit::updateMargin()
{
    const int width = marginWidth();
    if (isRightToLeft())
        setViewportMargins(0, 0, width, 0);
    else
        setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(isRightToLeft() ? inside.right() - width : inside.left(), inside.top(),
                          width, inside.height());
    m_margin->update();
}

void JsonTextEdit::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Theme::Role::SurfaceAlternate));
    // The frame's corners are round; what sticks out at the other side is cut off.
    const int beyond = isRightToLeft() ? -FrameRadius : 0;
    painter.drawRoundedRect(m_margin->rect().adjusted(beyond, 0, beyond + FrameRadius, 0),
                            FrameRadius, FrameRadius);
    const int height = fontMetrics().height();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    const int current = textCursor().blockNumber();
    while (block.isValid() && top <= event->rect().bottom()) {
        const int line = block.blockNumber();
        const QRectF row(0, top, m_margin->width() - MarginPadding, height);
        if (line == m_errorLine) {
            Theme::icon(QStringLiteral("error"), Theme::Role::Bad)
                .paint(&painter, QRect(MarginPadding / 2, int(top), height, height));
        }
        painter.setPen(Theme::color(line == m_errorLine   ? Theme::Role::Bad
                                        : line == current ? Theme::Role::Text
                                                          : Theme::Role::Muted));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(line + 1));
        top += blockBoundingRect(block).height();
        block = block.next();
    }
}

void JsonTextEdit::updateSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (const QTextBlock block = document()->findBlockByNumber(m_errorLine);
        m_errorLine >= 0 && block.isValid()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(Theme::color(Theme::Role::BadSurface));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(selection);
    }
    if (document()->characterCount() <= MaxMatched) {
        const int position = textCursor().position();
        const QString text = document()->toRawText();
        auto pair = bracketsAt(text, position);
        if (!pair && position > 0)
            pair = bracketsAt(text, position - 1);
        for (const int bracket : pair ? QList<int>{pair->first, pair->second} : QList<int>{}) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(document());
            selection.cursor.setPosition(bracket);
            selection.cursor.setPosition(bracket + 1, QTextCursor::KeepAnchor);
            selection.format.setBackground(Theme::color(Theme::Role::Selection));
            selection.format.setFontWeight(QFont::Bold);
            selections.append(selection);
        }
    }
    setExtraSelections(selections);
    m_margin->update();
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT submitted();
        return;
    }
    if (!isReadOnly()) {
        if (isReturn) {
            breakLine();
            return;
        }
        if (event->text() == u"}" || event->text() == u"]") {
            typeCloser(event->text());
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void JsonTextEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const int column = cursor.positionInBlock();
    const QString indentation = indentationOf(line.first(column));
    const QString before = line.first(column).trimmed();
    const QString behind = line.sliced(column).trimmed();
    const bool opens = before.endsWith(u'{') || before.endsWith(u'[');
    const bool closes = behind.startsWith(u'}') || behind.startsWith(u']');
    cursor.insertText(u'\n' + indentation + QString(opens ? IndentStep : 0, u' '));
    if (opens && closes) {
        const int here = cursor.position();
        cursor.insertText(u'\n' + indentation);
        cursor.setPosition(here);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void JsonTextEdit::typeCloser(const QString &closer)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    if (before.size() >= IndentStep && before.trimmed().isEmpty() && before.endsWith(u"  ")) {
        cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(IndentStep));
        cursor.removeSelectedText();
    }
    cursor.insertText(closer);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

/// As it is, however long its lines: what is published is what was pasted.
void JsonTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    textCursor().insertText(forDocument(source->text()));
    ensureCursorVisible();
}

void JsonTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargin();
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = document()->findChild<JsonHighlighter *>())
            highlighter->rehighlight();
        updateSelections();
    } else if (event->type() == QEvent::FontChange) {
        updateMargin();
    }
}

} // namespace Signalbox
