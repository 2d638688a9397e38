// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Signalbox {

/// Where there is nothing to show: what that means, and what to do next.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// \a iconName: an argument of Theme::icon(). Texts are plain.
    EmptyState(const QString &iconName, const QString &title, const QString &text,
               QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setText(const QString &text);
    /// The first one is the one that is proposed.
    QPushButton *addButton(const QString &text);

private:
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace Signalbox
