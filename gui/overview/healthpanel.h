// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubstatus.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace Signalbox {

/// How each component of the server does, and the emergency stop: icon and word.
class HealthPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit HealthPanel(QWidget *parent = nullptr);

    void setStatus(const HubStatus &status);

private:
    void rebuild();

    QVBoxLayout *m_layout;
    QList<ComponentHealth> m_components;
    bool m_isTripped = false;
    QString m_emergencyReason;
};

} // namespace Signalbox
