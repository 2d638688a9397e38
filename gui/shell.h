// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Signalbox {

class Alerts;
class Console;
class ConsoleSettings;
class Language;
class MetricsHistory;
class Theme;

/// What outlives a window: another language makes a new one.
struct Shell
{
    Console &console;
    ConsoleSettings &settings;
    Theme &theme;
    Language &language;
    MetricsHistory &metrics;
    Alerts &alerts;
    /// Started with --read-only: cannot be lifted in the window.
    bool isReadOnlyForced = false;
};

} // namespace Signalbox
