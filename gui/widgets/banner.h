// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Signalbox {

/// A state that lasts, across the whole width, with what can be done about it.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    /// Hidden at first. Without \a actionText there is no button.
    Banner(Console::Tone tone, const QString &actionText = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// Null if there is none.
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void triggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Console::Tone m_tone;
    QLabel *m_text;
    QPushButton *m_button = nullptr;
};

} // namespace Signalbox
