// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toastoverlay.h"

#include "gui/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace Signalbox {

ToastOverlay::ToastOverlay(QWidget *host)
    : QObject(host)
    , m_host(host)
{
    host->installEventFilter(this);
}

void ToastOverlay::show(const QString &text, Console::Tone tone)
{
    const auto same = std::find_if(m_toasts.cbegin(), m_toasts.cend(), [&](const Toast *toast) {
        return toast->text() == text && toast->tone() == tone;
    });
    if (same != m_toasts.cend()) {
        (*same)->repeat();
        arrange();
        return;
    }
    while (m_toasts.size() >= MaxShown)
        remove(m_toasts.first());
    auto *toast = new Toast(text, tone, m_host);
    m_toasts.append(toast);
    connect(toast, &Toast::closed, this, [this, toast] { remove(toast); });
    arrange();
    toast->show();
    toast->raise();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ToastOverlay::remove(Toast *toast)
{
    m_toasts.removeOne(toast);
    toast->hide();
    toast->deleteLater();
    arrange();
}

void ToastOverlay::arrange()
{
    constexpr int Margin = 16;
    constexpr int Gap = 8;
    const int width = std::min(420, m_host->width() - 2 * Margin);
    int bottom = m_host->height() - Margin;
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        (*it)->fitTo(width);
        (*it)->move(m_host->width() - Margin - width, bottom - (*it)->height());
        bottom -= (*it)->height() + Gap;
    }
}

bool ToastOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

} // namespace Signalbox
