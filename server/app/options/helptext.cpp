// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/helptext.h"

#include "server/app/options/optiontable.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace Signalbox {

namespace {

constexpr qsizetype width = 92;
constexpr qsizetype helpColumn = 30;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::HelpText)
};

QString rowText(const char *text)
{
    return QCoreApplication::translate("Signalbox::OptionTable", text);
}

QString title(OptionRow::Group group)
{
    using Group = OptionRow::Group;
    switch (group) {
    case Group::Network:
        return Text::tr("Network");
    case Group::Access:
        return Text::tr("Access");
    case Group::Limits:
        return Text::tr("Storage and limits");
    case Group::Logging:
        return Text::tr("Log");
    case Group::Demo:
        return Text::tr("Demo");
    case Group::General:
        return Text::tr("General");
    case Group::NotAvailable:
        break;
    }
    return {};
}

/// Breaks \a text between words; every line but the first starts at \a column, which the first one
/// is thought to be at already.
QString wrapped(const QString &text, qsizetype column)
{
    QString out;
    qsizetype used = column;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (used > column && used + 1 + word.size() > width) {
            out.append(u'\n').append(QString(column, u' '));
            used = column;
        }
        if (used > column) {
            out.append(u' ');
            ++used;
        }
        out.append(word);
        used += word.size();
    }
    return out;
}

QString usage(const OptionRow &row)
{
    if (row.kind == OptionRow::Kind::EnvironmentOnly)
        return row.label();
    const QString value = QString::fromLatin1(row.valueName);
    return value.isEmpty() ? row.label() : row.label() + u' ' + value;
}

/// "[WS_PORT; default: 8001; may be repeated]"
QString notes(const OptionRow &row)
{
    QStringList notes;
    if (row.environment && row.kind != OptionRow::Kind::EnvironmentOnly)
        notes.append(QString::fromLatin1(row.environment));
    const QString value = row.defaultNote ? rowText(row.defaultNote)
        : row.field                       ? row.field->show(Options())
                                          : QString();
    if (!value.isEmpty())
        notes.append(Text::tr("default: %1").arg(value));
    if (row.isRepeatable)
        notes.append(Text::tr("may be repeated"));
    return notes.isEmpty() ? QString() : u'[' + notes.join(QStringLiteral("; ")) + u']';
}

QString entry(const OptionRow &row)
{
    QString out = QStringLiteral("  ") + usage(row);
    if (out.size() > helpColumn - 2)
        out.append(u'\n').append(QString(helpColumn, u' '));
    else
        out = out.leftJustified(helpColumn);
    out.append(wrapped(rowText(row.help), helpColumn));
    const QString after = notes(row);
    if (!after.isEmpty())
        out.append(u'\n').append(QString(helpColumn, u' ')).append(wrapped(after, helpColumn));
    return out + u'\n';
}

QString examples(const QString &program)
{
    const std::array lines{
        std::pair{
            Text::tr("Look around, with events to see; then open http://localhost:8001/client:"),
            QStringLiteral("--demo")},
        std::pair{Text::tr("Serve in production, behind a proxy on this machine:"),
                  QStringLiteral("--env production --auth-token-file /etc/signalbox/tokens \\\n"
                                 "      --host 127.0.0.1 --trusted-proxy 127.0.0.1 "
                                 "--allowed-origin https://example.org")},
        std::pair{Text::tr("Take everything from a file:"),
                  QStringLiteral("--config /etc/signalbox/signalbox.ini")},
    };
    QString out;
    for (const auto &[purpose, arguments] : lines)
        out += QStringLiteral("  %1\n    %2 %3\n").arg(purpose, program, arguments);
    return out;
}

} // namespace

QString helpText(const QString &program)
{
    QString out = Text::tr("Usage: %1 [options]").arg(program) + u'\n';
    out += Text::tr("       %1 check-config [options]").arg(program) + u'\n';
    out += Text::tr("       %1 token issue|inspect ...  (see %1 token --help)").arg(program)
        + QStringLiteral("\n\n");
    out += wrapped(Text::tr(
                       "Signalbox takes events in and sends them on to live clients: Socket.IO and "
                       "WebSocket, on one port."),
                   0)
        + u'\n';
    const OptionRow *previous = nullptr;
    for (const OptionRow &row : optionTable()) {
        if (!row.isAvailable())
            continue;
        if (!previous || previous->group != row.group)
            out += u'\n' + title(row.group) + u'\n';
        out += entry(row);
        previous = &row;
    }
    out += u'\n'
        + wrapped(
               Text::tr("The command line comes before the environment, the environment before the "
                        "file of --config. Names in square brackets are environment variables; "
                        "where an option may be repeated, theirs and the file's take a list "
                        "with commas (tokens excepted). A switch can be turned off: --no-demo. "
                        "Times are seconds, or 500ms; sizes are bytes, or 64K, 1M, 1G."),
               0)
        + u'\n';
    out += u'\n'
        + wrapped(Text::tr("SIGTERM and SIGINT end the server in good order. SIGHUP reads tokens, "
                           "keys, origins, proxies and the log's options again."),
                  0)
        + u'\n';
    out += u'\n' + Text::tr("Examples") + u'\n' + examples(program);
    return out;
}

QString versionText(const QString &program)
{
    return QStringLiteral("%1 %2 (Qt %3)")
        .arg(program, versionNumber(), QString::fromLatin1(qVersion()));
}

QString versionNumber()
{
    return QStringLiteral(SIGNALBOX_VERSION);
}

} // namespace Signalbox
