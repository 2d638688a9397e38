// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

/// One message that goes by itself, unless it is an error or somebody is reading it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    Toast(const QString &text, Console::Tone tone, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Console::Tone tone() const { return m_tone; }
    /// The same thing was told again.
    void repeat();
    /// Lines that say more than the first are wrapped to \a width.
    void fitTo(int width);

    static constexpr int ShownMs = 6000;
    static constexpr int ShownWarningMs = 12'000;

Q_SIGNALS:
    void closed();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void startTimer();
    void copy();

    QString m_text;
    Console::Tone m_tone;
    int m_count = 1;
    QLabel *m_label;
    QTimer m_timer;
};

} // namespace Signalbox
