// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsonview.h"

#include "common/protocol/json.h"
#include "common/protocol/jsonindent.h"
#include "gui/figures.h"
#include "gui/json/jsonhighlighter.h"
#include "gui/slice.h"
#include "gui/theme/theme.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr qsizetype SliceCharacters = 8 * 1024;
/// Laying out a line takes time by its length, all at once.
constexpr qsizetype MaxLine = 2000;

QString brokenLines(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8);
    QString result;
    result.reserve(text.size() + text.size() / MaxLine);
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', start);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd + 1;
        while (end - start > MaxLine) {
            // Not between the halves of a surrogate pair.
            const qsizetype length = MaxLine - (text[start + MaxLine].isLowSurrogate() ? 1 : 0);
            result.append(QStringView(text).sliced(start, length)).append(u'\n');
            start += length;
        }
        result.append(QStringView(text).sliced(start, end - start));
        start = end;
    }
    return result;
}

} // namespace

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit)
    , m_highlighter(new JsonHighlighter(m_edit->document()))
    , m_more(new QWidget)
    , m_moreText(new QLabel)
    , m_moreButton(new QPushButton(tr("Show all")))
    , m_timer(new QTimer(this))
{
    m_edit->setReadOnly(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setUndoRedoEnabled(false);
    m_edit->setFont(Theme::fixedFont());
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(tr("JSON"));
    m_moreText->setWordWrap(true);
    setFocusProxy(m_edit);

    auto *more = new QHBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->addWidget(m_moreText, 1);
    more->addWidget(m_moreButton);
    m_more->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_more);

    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &JsonView::appendSlice);
    connect(m_moreButton, &QPushButton::clicked, this, &JsonView::showAll);
}

void JsonView::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void JsonView::setAccessibleText(const QString &name)
{
    m_edit->setAccessibleName(name);
}

QString JsonView::text() const
{
    return m_edit->toPlainText();
}

void JsonView::setJson(const QByteArray &json)
{
    if (json == m_json)
        return;
    m_json = json;
    m_isJson = Json::check(json).has_value();
    m_showsAll = false;
    display(FirstBytes);
}

void JsonView::showAll()
{
    m_showsAll = true;
    display(AllBytes);
}

void JsonView::display(qsizetype maxBytes)
{
    if (m_isJson) {
        const Json::IndentedText indented = Json::indented(m_json, maxBytes);
        m_isComplete = indented.isComplete;
        m_rest = brokenLines(indented.text);
    } else {
        m_isComplete = m_json.size() <= maxBytes;
        m_rest = brokenLines(m_json.first(std::min(maxBytes, m_json.size())));
    }
    m_edit->clear();
    m_timer->start();
    appendSlice();
    m_edit->verticalScrollBar()->setValue(0);
    m_edit->moveCursor(QTextCursor::Start);
}

void JsonView::appendSlice()
{
    const QDeadlineTimer deadline(SliceMs);
    QTextCursor cursor(m_edit->document());
    qsizetype done = 0;
    while (done < m_rest.size() && (done == 0 || !deadline.hasExpired())) {
        qsizetype length = std::min(SliceCharacters, m_rest.size() - done);
        if (const qsizetype lineEnd = m_rest.indexOf(u'\n', done + length); lineEnd >= 0)
            length = lineEnd + 1 - done;
        else
            length = m_rest.size() - done;
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(m_rest.sliced(done, length));
        done += length;
    }
    m_rest.remove(0, done);
    if (m_rest.isEmpty())
        m_timer->stop();
    updateMore();
}

void JsonView::updateMore()
{
    const QString size = Figures::bytes(double(m_json.size()));
    m_more->setVisible(!isComplete());
    m_moreButton->setVisible(!m_isComplete && !m_showsAll);
    if (!m_rest.isEmpty())
        m_moreText->setText(tr("Showing %1…").arg(size));
    else if (m_showsAll)
        m_moreText->setText(tr("Indented, the text is too large to be shown to its end."));
    else
        m_moreText->setText(tr("This is the beginning of %1.").arg(size));
}

void JsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_json.isEmpty()) {
        // The colours are in the text.
        m_showsAll = false;
        display(FirstBytes);
    }
}

} // namespace Signalbox
