// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/guidebrowser.h"

#include "gui/help/guide.h"
#include "gui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

namespace Signalbox {

GuideBrowser::GuideBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    document()->setDocumentMargin(16);
}

void GuideBrowser::showPage(const QUrl &url)
{
    m_url = url;
    setSource(url, QTextDocument::MarkdownResource);
    setExtraSelections({});
    style();
}

void GuideBrowser::style()
{
    const QFont fixed = Theme::fixedFont();
    const QColor codeSurface = Theme::color(ThemeRole::SurfaceHover);
    const qreal size = font().pointSizeF();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        cursor.setPosition(block.position());
        if (level > 0) {
            format.setTopMargin(level == 1 ? 0 : 20);
            format.setBottomMargin(8);
            cursor.setBlockFormat(format);
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat text;
            text.setFontPointSize(size * (level == 1 ? 1.7 : level == 2 ? 1.3 : 1.1));
            text.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(text);
            continue;
        }
        if (format.nonBreakableLines()) { // a block of code
            format.setBackground(codeSurface);
            format.setLeftMargin(8);
            cursor.setBlockFormat(format);
        } else if (!cursor.currentTable() && !block.textList()) {
            format.setBottomMargin(8);
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
            cursor.setBlockFormat(format);
        }
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat text;
            if (fragment.charFormat().isAnchor())
                text.setForeground(Theme::color(ThemeRole::Accent));
            if (fragment.charFormat().fontFixedPitch()) {
                text.setFontFamilies({fixed.family()});
                text.setFontPointSize(size * 0.95);
                text.setBackground(codeSurface);
            }
            if (text.propertyCount() == 0)
                continue;
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(text);
        }
    }
    styleTables();
    cursor.endEditBlock();
}

void GuideBrowser::styleTables()
{
    const QList<QTextFrame *> frames = document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(Theme::color(ThemeRole::Border));
        format.setCellPadding(5);
        format.setCellSpacing(0);
        format.setTopMargin(4);
        format.setBottomMargin(12);
        table->setFormat(format);
    }
}

void GuideBrowser::scrollTo(const QTextBlock &block)
{
    const qreal top = document()->documentLayout()->blockBoundingRect(block).top();
    setTextCursor(QTextCursor(block)); // scrolls, too, and not to the top
    verticalScrollBar()->setValue(int(top - document()->documentMargin()));
}

void GuideBrowser::showHeading(int index)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && index-- == 0) {
            scrollTo(block);
            return;
        }
    }
}

void GuideBrowser::showAnchor(const QString &slug)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && Guide::slug(block.text()) == slug) {
            scrollTo(block);
            return;
        }
    }
}

void GuideBrowser::highlight(const QString &text)
{
    constexpr qsizetype MaxMarks = 500;
    QList<QTextEdit::ExtraSelection> marks;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QTextCursor cursor(document());
        while (marks.size() < MaxMarks) {
            cursor = document()->find(word, cursor);
            if (cursor.isNull())
                break;
            QTextEdit::ExtraSelection mark;
            mark.cursor = cursor;
            mark.format.setBackground(Theme::color(ThemeRole::Selection));
            mark.format.setForeground(Theme::color(ThemeRole::TextOnSelection));
            marks.append(mark);
        }
    }
    setExtraSelections(marks);
}

void GuideBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_url.isValid()) {
        const int position = verticalScrollBar()->value();
        showPage(m_url);
        verticalScrollBar()->setValue(position);
    }
}

} // namespace Signalbox
