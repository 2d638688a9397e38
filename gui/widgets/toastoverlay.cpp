// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toastoverlay.h"

#include "gui/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <utility>

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

void ToastOverlay::setUsedHeight(int height)
{
    if (std::exchange(m_usedHeight, height) != height)
        arrange();
}

void ToastOverlay::letErrorsGo()
{
    for (Toast *toast : std::as_const(m_toasts)) {
        if (toast->isVisible())
            toast->letGo();
    }
}

void ToastOverlay::arrange()
{
    constexpr int Margin = 8;
    constexpr int Gap = 8;
    int bottom = m_host->height() - Margin;
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        Toast *toast = *it;
        toast->fitTo(m_host->width() - 2 * Margin);
        const int top = bottom - toast->height();
        // The newest is always shown, and with the first one that has no room the older ones wait.
        const bool isShown = it == m_toasts.crbegin() || top >= m_usedHeight + Gap;
        toast->move(Margin, top);
        toast->setVisible(isShown);
        bottom = isShown ? top - Gap : 0;
    }
}

bool ToastOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

} // namespace Signalbox
