// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options/optionsparser.h"
#include "server/operator/settingsdesk.h"

#include <QMap>

#include <functional>

namespace Signalbox {

/// The options that a server runs with, as they change: by SIGHUP, and at the console.
///
/// What the console sets is kept until the next start; SIGHUP takes it back for options that the
/// command line, the environment or the file speaks of.
///
/// Main thread.
class RunningOptions final : public SettingsDesk
{
public:
    /// Puts options into effect; if that fails, those before stay.
    using Apply = std::function<Result<void>(const Options &options)>;

    /// \a parsed is what \a parser has made, and what the server was started with.
    RunningOptions(OptionsParser parser, const ParsedOptions &parsed, Apply apply);

    [[nodiscard]] const Options &options() const { return m_options; }
    /// Errors as OptionsParser::reload(), and of Apply.
    Result<ReloadedOptions> reload();

    [[nodiscard]] QList<Setting> settings() const override;
    Result<void> change(const QByteArray &name, const QString &value) override;

private:
    [[nodiscard]] Setting settingOf(const OptionRow &row) const;

    const OptionsParser m_parser;
    const Apply m_apply;
    Options m_options;
    OptionOrigins m_origins;
    QMap<QByteArray, QString> m_console; ///< what was set there
};

} // namespace Signalbox
