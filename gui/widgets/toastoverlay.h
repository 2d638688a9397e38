// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QList>
#include <QPointer>

namespace Signalbox {

class Toast;

/// Stacks toasts at the lower end of a widget that has nothing there. They take neither focus nor
/// space from it.
class ToastOverlay final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a host, whose lower end it is.
    explicit ToastOverlay(QWidget *host);

    /// Pixels of the upper end of the host that are in use: older toasts wait until newer ones are
    /// gone rather than that something is covered. The newest is shown always.
    void setUsedHeight(int height);

    void show(const QString &text, Console::Tone tone);
    /// The operator is at something else: what was wrong there need not be shown for ever.
    void letErrorsGo();
    [[nodiscard]] QList<Toast *> toasts() const { return m_toasts; } ///< oldest first

    static constexpr qsizetype MaxShown = 4; ///< the oldest goes

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void arrange();

    QWidget *m_host;
    int m_usedHeight = 0;
    QList<Toast *> m_toasts;
};

} // namespace Signalbox
