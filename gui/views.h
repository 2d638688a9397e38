// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell.h"

#include <QFlags>
#include <QList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Signalbox {

class View;

/// A view, and what it opens at when another one asks the Console for it.
struct Page
{
    enum class Answer {
        Nothing = 0,
        Connection = 1,
        Room = 2,
        EventsOfConnection = 4,
        Compose = 8
    };
    Q_DECLARE_FLAGS(Answers, Answer)

    View *view = nullptr;
    Answers answers = Answer::Nothing;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Page::Answers)

/// Makes all views of the window, in the order of the sidebar. Another view is another line.
[[nodiscard]] QList<Page> makePages(const Shell &shell, QWidget *parent);

} // namespace Signalbox
