// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/closecodename.h"

#include "common/protocol/closecode.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Name
{
    quint16 code;
    const char *name;
};

constexpr Name Names[] = {
    {CloseCode::Normal, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "normal")},
    {1001, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "going away")},
    {CloseCode::ProtocolError, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "protocol error")},
    {1003, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "unsupported data")},
    {1005, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "no code")},
    {CloseCode::Abnormal, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "connection lost")},
    {1007, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "invalid text")},
    {CloseCode::PolicyViolation, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "policy violation")},
    {1009, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "message too big")},
    {1011, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "internal error")},
    {CloseCode::ServiceRestart, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "server restart")},
    {CloseCode::TokenExpired, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "token expired")},
    {CloseCode::Forbidden, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "forbidden")},
    {CloseCode::SlowConsumer, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "slow consumer")},
    {CloseCode::Flooding, QT_TRANSLATE_NOOP("Signalbox::CloseCode", "flooding")},
};

const char *nameOf(quint16 code)
{
    for (const Name &name : Names) {
        if (name.code == code)
            return name.name;
    }
    return nullptr;
}

} // namespace

QByteArray closeCodeKey(quint16 code)
{
    return QByteArray(nameOf(code));
}

QString closeCodeText(quint16 code)
{
    const char *name = nameOf(code);
    return name ? QCoreApplication::translate("Signalbox::CloseCode", name) : QString();
}

} // namespace Signalbox
