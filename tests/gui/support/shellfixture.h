// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/alerts.h"
#include "gui/console.h"
#include "gui/overview/metricshistory.h"
#include "gui/settings/consolesettings.h"
#include "gui/settings/language.h"
#include "gui/shell.h"
#include "tests/gui/support/fakehub.h"
#include "tests/gui/support/isolatedsettings.h"

namespace Signalbox {

/// What a window needs, around a hub that does what the test says.
struct ShellFixture
{
    IsolatedSettings isolatedSettings;
    FakeMonitor monitor;
    FakeOperator hubOperator;
    ConsoleSettings settings;
    Theme theme;
    QList<QLocale> loaded; ///< what the language asked for
    Language language{[this](const QLocale &locale) { loaded.append(locale); }};
    Console console{monitor, hubOperator};
    MetricsHistory metrics{monitor};
    Alerts alerts{monitor};
    bool isReadOnlyForced = false;

    [[nodiscard]] Shell shell()
    {
        return {console, settings, theme, language, metrics, alerts, isReadOnlyForced};
    }

    /// A server that listens.
    [[nodiscard]] static HubStatus listening()
    {
        HubStatus status;
        status.address = QStringLiteral("http://localhost:8001");
        status.startedAt = QDateTime::currentDateTimeUtc().addSecs(-3700);
        status.components = {{"state", ComponentHealth::State::Healthy, {}}};
        return status;
    }
};

} // namespace Signalbox
