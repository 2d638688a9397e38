// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/questiondialog.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace Signalbox {

/// The server could not listen where it should: again, elsewhere, or not at all.
class PortInUseDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    enum class Answer { Quit = NoAnswer, Retry, OtherPort };

    /// \a message: what the server says about it. \a other: the other port that is proposed, if it
    /// is one, and another; else it is a neighbour.
    PortInUseDialog(quint16 port, const QString &message, quint16 other = 0,
                    QWidget *parent = nullptr);

    /// Modal. The port to try next, or nothing to quit. What is written as the other port is kept
    /// in \a other, and proposed when it comes to the next attempt.
    [[nodiscard]] static std::optional<quint16> ask(quint16 port, const QString &message,
                                                    quint16 &other, QWidget *parent = nullptr);

    [[nodiscard]] Answer answer() const { return Answer(chosen()); }
    [[nodiscard]] quint16 port() const; ///< the other one

private:
    [[nodiscard]] QWidget *makeField(quint16 port);
    /// Enter answers that.
    void setMain(const QPushButton *button);

    QSpinBox *m_port;
    QPushButton *m_other;
    QPushButton *m_retry;
};

} // namespace Signalbox
