// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Signalbox {

/// Asks before something is done that cannot be undone. Names what it is done to; Cancel is what
/// Enter and Escape do.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const QString &title, const QString &text, const QStringList &targets,
                  const QString &actionText, QWidget *parent = nullptr);

    /// Modal. With a \a kind ("disconnect"), the operator may say not to be asked about that kind
    /// again; then this is true without a question.
    [[nodiscard]] static bool ask(QWidget *parent, const QString &title, const QString &text,
                                  const QStringList &targets, const QString &actionText,
                                  const QString &kind = {});
    /// Asks about every kind again.
    static void resetKinds();

    static constexpr qsizetype MaxListed = 500; ///< more targets are told by number

private:
    QCheckBox *m_doNotAsk;
};

} // namespace Signalbox
