// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

/// One message that goes by itself, unless somebody is reading it. An error stays until it is let
/// go.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    Toast(const QString &text, Console::Tone tone, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Console::Tone tone() const { return m_tone; }
    /// The same thing was told again.
    void repeat();
    /// An error has been there to be seen, and goes as others do.
    void letGo();
    /// Wraps the text to \a width; what is more than MaxLines is left to the tool tip.
    void fitTo(int width);

    static constexpr int ShownMs = 6000;
    static constexpr int ShownWarningMs = 12'000;
    static constexpr int MaxLines = 8;

Q_SIGNALS:
    void closed();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void startTimer();
    [[nodiscard]] QString message() const; ///< with the number of times
    void copy();

    QString m_text;
    Console::Tone m_tone;
    int m_count = 1;
    bool m_isHeld;
    QLabel *m_label;
    QTimer *m_timer;
};

} // namespace Signalbox
