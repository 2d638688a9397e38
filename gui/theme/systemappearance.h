// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace Signalbox {

/// Whether the desktop is dark, and tells when that changes. Qt says so from 6.5 on; before, the
/// desktop portal is asked over D-Bus (org.freedesktop.portal.Settings); where there is none, the
/// palette that the application has when this is made decides.
class SystemAppearance final : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] static std::optional<bool> askQt();
    void watchQt();
    void askPortal();
    void setPortal(const QVariant &value);

private Q_SLOTS: // by name, as D-Bus and a property of a later Qt want it
    void handleSettingChanged(const QString &name, const QString &key, const QDBusVariant &value);
    void handleQtChanged() { Q_EMIT changed(); }

private:
    bool m_isPaletteDark;
    std::optional<bool> m_isPortalDark;
};

} // namespace Signalbox
