// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/healthpanel.h"

#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

struct Look
{
    QString icon;
    ThemeRole role;
    QString word;
};

Look look(ComponentHealth::State state)
{
    switch (state) {
    case ComponentHealth::State::Healthy:
        return {QStringLiteral("success"), ThemeRole::Good, HealthPanel::tr("healthy")};
    case ComponentHealth::State::Degraded:
        return {QStringLiteral("warning"), ThemeRole::Warning, HealthPanel::tr("degraded")};
    case ComponentHealth::State::Failed:
        return {QStringLiteral("error"), ThemeRole::Bad, HealthPanel::tr("failed")};
    }
    Q_UNREACHABLE();
}

/// What `/health` calls it, for people; a name that is not known here is shown as it is.
QString title(const QByteArray &name)
{
    if (name == "state")
        return HealthPanel::tr("State");
    if (name == "events")
        return HealthPanel::tr("Events");
    if (name == "tokens")
        return HealthPanel::tr("Tokens");
    return QString::fromUtf8(name);
}

} // namespace

HealthPanel::HealthPanel(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout)
{
    setProperty("kind", QStringLiteral("card"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *caption = new QLabel(tr("Health"));
    caption->setProperty("kind", QStringLiteral("muted"));
    m_layout->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(caption);
    layout->addLayout(m_layout);
    layout->addStretch();
    setAccessibleName(tr("Health"));
    rebuild();
}

void HealthPanel::setStatus(const HubStatus &status)
{
    if (m_components == status.components && m_isTripped == status.isTripped
        && m_emergencyReason == status.emergencyReason)
        return;
    m_components = status.components;
    m_isTripped = status.isTripped;
    m_emergencyReason = status.emergencyReason;
    rebuild();
}

void HealthPanel::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList said;
    const auto add = [&](const Look &look, const QString &name, const QString &detail) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        auto *text = new QLabel(name);
        text->setMinimumWidth(1);
        layout->addWidget(new IconLabel(16, Theme::icon(look.icon, look.role)));
        layout->addWidget(text, 1);
        const QString sentence = tr("%1: %2", "component: state").arg(name, look.word);
        row->setToolTip(detail.isEmpty() ? sentence : sentence + u'\n' + detail);
        row->setAccessibleName(row->toolTip());
        said.append(sentence);
        m_layout->addWidget(row);
    };
    for (const ComponentHealth &component : std::as_const(m_components)) {
        const Look state = look(component.state);
        const QString name = title(component.name);
        add(state, name, component.detail);
    }
    // The emergency switch is no component that could break, but `/health` is unhealthy by it.
    if (!m_components.isEmpty())
        add(m_isTripped ? Look{QStringLiteral("error"), ThemeRole::Bad, tr("stopped")}
                        : Look{QStringLiteral("success"), ThemeRole::Good, tr("normal")},
            tr("Publishing"), m_emergencyReason);
    if (m_components.isEmpty())
        add({QStringLiteral("clock"), ThemeRole::Muted, tr("starting")}, tr("Starting…"), {});
    setAccessibleDescription(said.join(QStringLiteral("; ")));
}

} // namespace Signalbox
