// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/guide.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Signalbox {

namespace {

/// Read in this order; others follow by name.
constexpr const char *Order[] = {"getting-started.md", "console.md",   "rooms.md",
                                 "plain-websocket.md", "catalogue.md", "protocol.md",
                                 "operations.md"};

int rank(const QString &name)
{
    const auto found = std::find_if(std::begin(Order), std::end(Order), [&](const char *known) {
        return name == QLatin1String(known);
    });
    return int(found - std::begin(Order));
}

Guide::Document parse(const QString &name, const QString &markdown)
{
    Guide::Document document{name, name, {}};
    bool isCode = false;
    const QList<QStringView> lines = QStringView(markdown).split(u'\n');
    for (const QStringView line : lines) {
        if (line.startsWith(u"```"))
            isCode = !isCode;
        const qsizetype level =
            std::find_if(line.cbegin(), line.cend(), [](QChar c) { return c != u'#'; })
            - line.cbegin();
        if (!isCode && level >= 1 && level <= 6 && level < line.size() && line.at(level) == u' ') {
            QString title = line.sliced(level).trimmed().toString();
            title.remove(u'`');
            document.sections.append({title, int(level), {}});
            if (level == 1)
                document.title = title;
        } else if (!document.sections.isEmpty()) {
            document.sections.last().text += line.toString() + u'\n';
        }
    }
    return document;
}

} // namespace

Guide::Guide(const QString &folder)
{
    const QDir dir(folder);
    QStringList names = dir.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    std::stable_sort(names.begin(), names.end(),
                     [](const QString &a, const QString &b) { return rank(a) < rank(b); });
    for (const QString &name : std::as_const(names)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_documents.append(parse(name, QString::fromUtf8(file.readAll())));
    }
}

qsizetype Guide::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < m_documents.size(); ++i) {
        if (m_documents.at(i).name == name)
            return i;
    }
    return -1;
}

QList<Guide::Hit> Guide::search(const QString &text) const
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const auto holdsAll = [&words](const QString &content) {
        return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return content.contains(word, Qt::CaseInsensitive);
        });
    };
    QList<Hit> titles;
    QList<Hit> texts;
    for (qsizetype d = 0; d < m_documents.size(); ++d) {
        const QList<Section> &sections = m_documents.at(d).sections;
        for (qsizetype s = 0; s < sections.size(); ++s) {
            if (holdsAll(sections.at(s).title))
                titles.append({d, s});
            else if (holdsAll(sections.at(s).title + u'\n' + sections.at(s).text))
                texts.append({d, s});
        }
    }
    return titles + texts;
}

QString Guide::slug(const QString &title)
{
    QString result;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'-')
            result += c;
        else if (c == u' ')
            result += u'-';
    }
    return result;
}

} // namespace Signalbox
