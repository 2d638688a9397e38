// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QList>
#include <QPointer>

namespace Signalbox {

class Toast;

/// Stacks toasts in the lower right corner of a widget. They take neither focus nor space from it.
class ToastOverlay final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a host, whose corner it is.
    explicit ToastOverlay(QWidget *host);

    void show(const QString &text, Console::Tone tone);
    [[nodiscard]] QList<Toast *> toasts() const { return m_toasts; } ///< oldest first

    static constexpr qsizetype MaxShown = 4; ///< the oldest goes

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void arrange();

    QWidget *m_host;
    QList<Toast *> m_toasts;
};

} // namespace Signalbox
