// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsonhighlighter.h"

#include "gui/events/eventfamily.h"
#include "gui/theme/theme.h"

namespace Signalbox {

namespace {

/// Longer lines stay plain: their many formats would cost more than they tell.
constexpr qsizetype MaxLine = 20'000;

qsizetype stringEnd(const QString &text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return text.size();
}

bool isKey(const QString &text, qsizetype behind)
{
    while (behind < text.size() && text[behind].isSpace())
        ++behind;
    return behind < text.size() && text[behind] == u':';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.';
}

} // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > MaxLine)
        return;
    const QColor literal = EventFamily::color(EventFamily::Family::Workflow, Theme::isDark());
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        QColor color;
        const QChar c = text[i];
        if (c == u'"') {
            end = stringEnd(text, i);
            color = Theme::color(isKey(text, end) ? Theme::Role::Accent : Theme::Role::Good);
        } else if (c.isDigit() || c == u'-') {
            while (end < text.size() && isWordPart(text[end]))
                ++end;
            color = Theme::color(Theme::Role::Warning);
        } else if (c.isLetter()) {
            while (end < text.size() && isWordPart(text[end]))
                ++end;
            const QStringView word = QStringView(text).sliced(i, end - i);
            if (word == u"true" || word == u"false" || word == u"null")
                color = literal;
        } else if (QStringView(u"{}[],:").contains(c)) {
            color = Theme::color(Theme::Role::Muted);
        }
        if (color.isValid())
            setFormat(static_cast<int>(i), static_cast<int>(end - i), color);
        i = end;
    }
}

} // namespace Signalbox
