// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTabWidget;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

class Console;
class IconLabel;
class JsonView;
class MembersView;

/// One event: what it says, how many got it, and who would get it now.
class EventDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit EventDetails(Console &console, QWidget *parent = nullptr);

    void setEvent(const std::optional<ObservedEvent> &event);
    [[nodiscard]] const std::optional<ObservedEvent> &event() const { return m_event; }
    void setMarked(bool marked);
    /// Of an event of the past, how many got it is not known.
    void setShowsRecipients(bool shows);

    void copyJson();
    void copyCurl();
    void requestRecipients();
    void publishAgain();

    [[nodiscard]] JsonView *jsonView() const { return m_json; }
    [[nodiscard]] MembersView *recipients() const { return m_recipients; }

Q_SIGNALS:
    void markRequested(bool marked);

private:
    void updateActions();
    void askForRecipients();

    Console &m_console;
    std::optional<ObservedEvent> m_event;
    bool m_showsRecipients = true;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_facts;
    QToolButton *m_mark;
    QPushButton *m_copy;
    QPushButton *m_again;
    QTabWidget *m_tabs;
    JsonView *m_json;
    MembersView *m_recipients;
};

} // namespace Signalbox
