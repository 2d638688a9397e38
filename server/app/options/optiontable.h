// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/options.h"

#include <QString>
#include <QStringList>

#include <span>

namespace Signalbox {

/// What one option does to an Options.
struct OptionField
{
    /// Sets what \a text says. Of a repeatable option's values, \a isFirst marks the one that
    /// replaces the default. \a warnings is for what is allowed and unwise. The error says what is
    /// wrong with the value, not whose it is.
    Result<void> (*apply)(Options &options, const QString &text, bool isFirst,
                          QStringList &warnings);
    bool (*isSame)(const Options &a, const Options &b);
    void (*copy)(Options &to, const Options &from);
    QString (*show)(const Options &options); ///< for --help; empty: nothing worth showing
    QString (*text)(const Options &options); ///< as one would write it; of secrets the number
};

/// One option: everything there is to say about it. Another option is another row of the table.
struct OptionRow
{
    enum class Group { Network, Access, Limits, Logging, Demo, General, NotAvailable };
    enum class Kind {
        Value,
        Switch, ///< --name, --no-name, --name=BOOLEAN
        EnvironmentOnly, ///< no command line or file may hold it
        CommandLineOnly, ///< no setting, but something to do: see CommandLine
    };

    const char *name; ///< as on the command line, without dashes, and in the file
    const char *valueName = ""; ///< in --help
    const char *environment = nullptr;
    const char *help = ""; ///< marked for translation, context Signalbox::OptionTable
    const char *defaultNote = nullptr; ///< likewise, where the default is not one plain value
    Group group = Group::General;
    Kind kind = Kind::Value;
    bool isRepeatable = false;
    /// One text of the environment or the file may hold several. Of what is repeatable, only a
    /// token is not split so, and what splits itself.
    bool isCommaSeparated = false;
    bool isReloadable = false; ///< takes effect on SIGHUP
    bool isEditable = false; ///< may be changed at the console; then it is reloadable, too
    bool isSecret = false; ///< its value is shown nowhere
    /// Rows of one family say the same in different ways: what a stronger source says replaces
    /// what a weaker one says by any of them.
    const char *family = nullptr;
    const OptionField *field = nullptr; ///< null for CommandLineOnly and NotAvailable

    [[nodiscard]] bool isAvailable() const { return group != Group::NotAvailable; }
    [[nodiscard]] QString nameText() const { return QString::fromLatin1(name); }
    /// `--name`, or the environment variable if that is the only way.
    [[nodiscard]] QString label() const;
    /// Translated.
    [[nodiscard]] QString helpText() const;
    [[nodiscard]] QString defaultText() const;
};

/// All of them, in the order of --help.
std::span<const OptionRow> optionTable();

/// The row that the command line calls \a name; null if there is none.
const OptionRow *findOption(QStringView name);

} // namespace Signalbox
