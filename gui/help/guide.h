// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Signalbox {

/// The guide: Markdown documents of the resources, with their headings.
class Guide final
{
public:
    struct Section
    {
        QString title;
        int level = 1;
        QString text; ///< up to the next heading
    };
    struct Document
    {
        QString name; ///< "rooms.md"
        QString title;
        QList<Section> sections;
    };
    struct Hit
    {
        qsizetype document = 0;
        qsizetype section = 0;
    };

    /// Reads the *.md files of \a folder; the ones to begin with come first.
    explicit Guide(const QString &folder);

    [[nodiscard]] const QList<Document> &documents() const { return m_documents; }
    [[nodiscard]] qsizetype indexOf(const QString &name) const; ///< -1: there is none
    /// The sections that hold all words of \a text, headings first.
    [[nodiscard]] QList<Hit> search(const QString &text) const;

    /// What a link calls a heading: "Slow clients" is "slow-clients".
    [[nodiscard]] static QString slug(const QString &title);

private:
    QList<Document> m_documents;
};

} // namespace Signalbox
