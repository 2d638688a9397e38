// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/endofturn.h"

#include <QCoreApplication>
#include <QEvent>

namespace Signalbox {

EndOfTurn::EndOfTurn(QObject *parent)
    : QObject(parent)
{ }

bool EndOfTurn::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isPosted = false;
    // A task may be destroyed, or scheduled again, by another one's work: places of destroyed ones
    // are emptied, and new ones go to the other list.
    m_running.swap(m_tasks);
    for (auto *&task : m_running) {
        if (task)
            task->m_place = -2 - (&task - m_running.data());
    }
    for (qsizetype i = 0; i < qsizetype(m_running.size()); ++i) {
        if (Task *task = std::exchange(m_running[size_t(i)], nullptr)) {
            task->m_place = -1;
            task->endTurn();
        }
    }
    m_running.clear();
    return true;
}

EndOfTurn::Task::Task(EndOfTurn &endOfTurn)
    : m_endOfTurn(endOfTurn)
{ }

EndOfTurn::Task::~Task()
{
    if (m_place >= 0)
        m_endOfTurn.m_tasks[size_t(m_place)] = nullptr;
    else if (m_place <= -2)
        m_endOfTurn.m_running[size_t(-2 - m_place)] = nullptr;
}

void EndOfTurn::Task::schedule()
{
    if (m_place != -1)
        return; // due already, in this round or in the one that is running
    m_place = qsizetype(m_endOfTurn.m_tasks.size());
    m_endOfTurn.m_tasks.push_back(this);
    if (!m_endOfTurn.m_isPosted) {
        m_endOfTurn.m_isPosted = true;
        QCoreApplication::postEvent(&m_endOfTurn, new QEvent(QEvent::User), Qt::LowEventPriority);
    }
}

} // namespace Signalbox
