// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace Signalbox {

/// The server could not listen where it should: again, elsewhere, or not at all.
class PortInUseDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { Quit, Retry, OtherPort };

    /// \a message: what the server says about it.
    PortInUseDialog(quint16 port, const QString &message, QWidget *parent = nullptr);

    /// Modal. The port to try next, or nothing to quit.
    [[nodiscard]] static std::optional<quint16> ask(quint16 port, const QString &message,
                                                    QWidget *parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] quint16 port() const; ///< the other one

private:
    QSpinBox *m_port;
    Answer m_answer = Answer::Quit;
};

} // namespace Signalbox
