// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/runningoptions.h"

#include <QCoreApplication>

#include <utility>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::RunningOptions)
};

/// Its value is what a file says, and the file's name was what was said.
bool namesFile(const OptionRow &row)
{
    return row.nameText().endsWith(u"-file");
}

/// What may be told of a secret that was given \a count times. What files say of the same is told
/// with them.
QString secretText(const OptionRow &row, qsizetype count)
{
    if (count == 0)
        return Text::tr("not set");
    return row.nameText().endsWith(u"token") ? Text::tr("%Ln token(s)", nullptr, int(count))
                                             : Text::tr("%Ln secret(s)", nullptr, int(count));
}

} // namespace

RunningOptions::RunningOptions(OptionsParser parser, const ParsedOptions &parsed, Apply apply)
    : m_parser(std::move(parser))
    , m_apply(std::move(apply))
    , m_options(parsed.options)
    , m_origins(parsed.origins)
{ }

Result<ReloadedOptions> RunningOptions::reload()
{
    Result<ReloadedOptions> reloaded = m_parser.reload(m_options);
    if (!reloaded)
        return reloaded;
    QMap<QByteArray, QString> console = m_console;
    console.removeIf([&](const QMap<QByteArray, QString>::iterator &set) {
        return reloaded->origins.contains(set.key());
    });
    for (auto it = console.cbegin(); it != console.cend(); ++it) {
        const OptionRow *row = findOption(QString::fromLatin1(it.key()));
        const Result<Options> changed =
            OptionsParser::change(reloaded->options, *row, it.value(), reloaded->warnings);
        if (!changed)
            return tl::unexpected<Error>(changed.error());
        reloaded->options = *changed;
    }
    reloaded->warnings.removeDuplicates();
    if (const Result<void> applied = m_apply(reloaded->options); !applied)
        return tl::unexpected<Error>(applied.error());
    m_options = reloaded->options;
    m_console = console;
    for (const OptionRow &row : optionTable()) {
        if (!row.isReloadable)
            continue;
        if (reloaded->origins.contains(row.name))
            m_origins[row.name] = reloaded->origins.value(row.name);
        else
            m_origins.remove(row.name);
    }
    return reloaded;
}

Result<void> RunningOptions::change(const QByteArray &name, const QString &value)
{
    const OptionRow *row = findOption(QString::fromUtf8(name));
    if (!row || !row->field)
        return fail(ErrorCode::NotFound, Text::tr("There is no setting of that name"),
                    QString::fromUtf8(name));
    if (!row->isEditable)
        return fail(ErrorCode::BadRequest, Text::tr("This cannot be changed here"),
                    row->nameText());
    QStringList warnings;
    const Result<Options> changed = OptionsParser::change(m_options, *row, value, warnings);
    if (!changed)
        return fail(ErrorCode::BadRequest, changed.error().message, row->nameText());
    if (const Result<void> applied = m_apply(*changed); !applied)
        return applied;
    m_options = *changed;
    m_console.insert(name, value);
    return {};
}

QList<Setting> RunningOptions::settings() const
{
    QList<Setting> settings;
    for (const OptionRow &row : optionTable()) {
        if (row.field)
            settings.append(settingOf(row));
    }
    return settings;
}

Setting RunningOptions::settingOf(const OptionRow &row) const
{
    Setting setting;
    setting.name = row.name;
    setting.description = row.helpText();
    const OptionOrigin origin = m_origins.value(row.name);
    if (row.isSecret) {
        setting.value = secretText(row, origin.count);
        setting.defaultValue = secretText(row, 0);
    } else if (namesFile(row)) {
        setting.value = origin.text;
    } else {
        setting.value = row.field->text(m_options);
        setting.defaultValue = row.field->text(Options::defaults(m_options.environment));
    }
    if (setting.defaultValue.isEmpty())
        setting.defaultValue = row.defaultText();
    setting.source = origin.source.isEmpty() ? Text::tr("default") : origin.source;
    if (m_console.contains(row.name))
        setting.source = Text::tr("console");
    setting.needsRestart = !row.isReloadable;
    setting.isEditable = row.isEditable;
    return setting;
}

} // namespace Signalbox
