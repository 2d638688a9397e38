// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/logrecord.h"
#include "gui/filter/filter.h"
#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

class FilterBar;
class LogModel;
class TableView;

/// The server's log as it is written. Follows the newest line, unless the operator has scrolled up
/// to read; paused, it stays as it is and counts what comes.
class LogView final : public View
{
    Q_OBJECT

public:
    explicit LogView(Console &console, QWidget *parent = nullptr);
    ~LogView() override;

    [[nodiscard]] QString title() const override { return tr("Log"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("log"); }
    [[nodiscard]] HubMonitor::Topics topics() const override { return HubMonitor::Topic::Log; }
    [[nodiscard]] HubMonitor::Topics topicsWhileHidden() const override { return topics(); }

    void activate() override;
    void deactivate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    void refresh() override;
    [[nodiscard]] bool canExport() const override { return true; }
    void exportRows() override;
    [[nodiscard]] bool canPause() const override { return true; }
    [[nodiscard]] bool isPaused() const override { return m_isPaused; }
    void setPaused(bool paused) override;

    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

private:
    void handleLogged(const LogRecords &records);
    void append(const LogRecords &records);
    void applyFilter();
    void updateStatus();
    void updateTexts();

    LogModel *m_model;
    TableView *m_table;
    FilterBar *m_filterBar;
    QComboBox *m_level;
    QToolButton *m_pause;
    QToolButton *m_clear;
    QLabel *m_status;
    QStackedWidget *m_stack;
    bool m_isPaused = false;
    bool m_followsEnd = true;
    LogRecords m_held; ///< what came while it was paused: the newest; the rest is counted
    qint64 m_missed = 0; ///< lines that will never be here
};

} // namespace Signalbox
