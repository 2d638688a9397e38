// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/data/emergencyfile.h"

#include "common/protocol/json.h"
#include "server/app/data/datafolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

namespace {

// A reason has at most a thousand bytes, each of which may be escaped.
constexpr qint64 maxFileBytes = 16 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::EmergencyFile)
};

QString fileName()
{
    return QStringLiteral("emergency.json");
}

Result<EmergencyState> parse(const QByteArray &json, const QString &path)
{
    const auto malformed = [&path] {
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 does not hold an emergency state").arg(path));
    };
    const Result<QList<Json::Member>> members = Json::members(json);
    if (!members)
        return malformed();
    EmergencyState state;
    bool hasState = false;
    for (const Json::Member &member : *members) {
        if (Json::kindOf(member.value) != Json::Kind::String)
            return malformed();
        const QByteArray text = Json::unquoted(member.value);
        if (member.key == "state") {
            state.isTripped = text == "tripped";
            hasState = state.isTripped || text == "normal";
        } else if (member.key == "reason") {
            state.reason = QString::fromUtf8(text);
        } else if (member.key == "since") {
            state.since = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
        }
    }
    if (!hasState || !state.since.isValid())
        return malformed();
    return state;
}

} // namespace

EmergencyFile::EmergencyFile(QString dataFolder)
    : m_folder(std::move(dataFolder))
{ }

Result<EmergencyState> EmergencyFile::load()
{
    if (!DataFolder::holds(m_folder, fileName()))
        return EmergencyState{};
    const QString path = m_folder + u'/' + fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, Text::tr("cannot read %1: %2").arg(path, file.errorString()));
    const QByteArray json = file.read(maxFileBytes);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, Text::tr("cannot read %1: %2").arg(path, file.errorString()));
    return parse(json, path);
}

Result<void> EmergencyFile::save(const EmergencyState &state)
{
    const Result<DataFolder> folder = DataFolder::open(m_folder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    const QJsonObject object{
        {QStringLiteral("state"),
         state.isTripped ? QStringLiteral("tripped") : QStringLiteral("normal")},
        {QStringLiteral("reason"), state.reason},
        {QStringLiteral("since"), state.since.toString(Qt::ISODateWithMs)}};
    return folder->replace(fileName(), QJsonDocument(object).toJson());
}

} // namespace Signalbox
