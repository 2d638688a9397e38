// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QGuiApplication>
#include <QMetaProperty>
#include <QPalette>
#include <QStyleHints>

namespace Signalbox {

namespace {

constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Interface("org.freedesktop.portal.Settings");
constexpr QLatin1String Namespace("org.freedesktop.appearance");
constexpr QLatin1String Key("color-scheme");

constexpr int QtDark = 2; // Qt::ColorScheme::Dark, 0 being Unknown
constexpr uint PortalDark = 1; // 0: no preference, 2: light

/// Without one, libdbus would start a bus of its own for us.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
    , m_isPaletteDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    if (askQt())
        watchQt();
    else if (hasSessionBus())
        askPortal();
}

bool SystemAppearance::isDark() const
{
    if (const std::optional<bool> dark = askQt())
        return *dark;
    return m_isPortalDark.value_or(m_isPaletteDark);
}

/// By the property's name: what Qt this is compiled with does not matter.
std::optional<bool> SystemAppearance::askQt()
{
    const QVariant value = QGuiApplication::styleHints()->property("colorScheme");
    if (!value.isValid() || value.toInt() == 0)
        return {};
    return value.toInt() == QtDark;
}

void SystemAppearance::watchQt()
{
    const QObject *hints = QGuiApplication::styleHints();
    const QMetaObject *meta = hints->metaObject();
    const QMetaMethod signal = meta->property(meta->indexOfProperty("colorScheme")).notifySignal();
    const int slot = metaObject()->indexOfSlot("handleQtChanged()");
    connect(hints, signal, this, metaObject()->method(slot));
}

void SystemAppearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(handleSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    call.setArguments({Namespace, Key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            setPortal(reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemAppearance::setPortal(const QVariant &value)
{
    // Read() wraps the value twice.
    const QVariant inner =
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool wasDark = isDark();
    // No preference is light, as everywhere.
    m_isPortalDark = inner.toUInt() == PortalDark;
    if (isDark() != wasDark)
        Q_EMIT changed();
}

void SystemAppearance::handleSettingChanged(const QString &name, const QString &key,
                                            const QDBusVariant &value)
{
    if (name == Namespace && key == Key)
        setPortal(value.variant());
}

} // namespace Signalbox
