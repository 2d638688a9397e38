// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// Projects that people and assistants work on: pull requests and issues are opened, updated and
/// closed, projects change, scratch projects come and go, suggestions are made. The events are
/// those of the catalogue about projects. Plain class.
class ProjectSimulator final
{
public:
    /// \a random must outlive the simulator.
    explicit ProjectSimulator(DemoRandom &random);

    QByteArray next();
    [[nodiscard]] qsizetype openPullRequests() const;
    [[nodiscard]] qsizetype openIssues() const;

    static constexpr qsizetype MaxOpen = 4; ///< pull requests of a project, and issues

private:
    struct Item
    {
        qint64 number;
        QByteArray title;
        QByteArray person; ///< author or assignee
    };
    struct Project
    {
        QByteArray id;
        QByteArray name;
        QByteArray status = "active";
        qint64 lastNumber = 0; ///< of pull requests and issues together, as forges count
        QList<Item> pullRequests{};
        QList<Item> issues{};
    };

    QByteArray pullRequest(Project &project);
    QByteArray issue(Project &project);
    QByteArray change(Project &project);
    QByteArray scratch();
    QByteArray suggestion(const Project &project);
    QByteArray analysis(const Project &project);
    Item open(Project &project, const QList<QByteArray> &titles);
    [[nodiscard]] bool opensOne(const QList<Item> &items);
    qsizetype indexIn(const QList<Item> &items);

    DemoRandom &m_random;
    QList<Project> m_projects;
    QByteArray m_scratch; ///< the scratch project that is there; empty if none
    qint64 m_scratchNumber = 0;
    qint64 m_suggestions = 0;
    qint64 m_analyses = 0;
};

} // namespace Signalbox
