// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Signalbox {

/// The base of dialogs that ask for one of several answers: a heading beside an icon, words, and a
/// button for each answer.
class QuestionDialog : public QDialog
{
    Q_OBJECT

protected:
    /// What Escape answers, and closing the dialog: to let it be.
    static constexpr int NoAnswer = 0;

    QuestionDialog(const QIcon &icon, const QString &heading, QWidget *parent);

    /// Below what is there.
    QLabel *addText(const QString &text);
    void addWidget(QWidget *widget);
    /// Right of those that are there. \a name: the object's.
    QPushButton *addAnswer(int answer, const QString &text, const QString &name);

    [[nodiscard]] int chosen() const { return m_chosen; }

private:
    QVBoxLayout *m_words;
    QHBoxLayout *m_buttons;
    int m_chosen = NoAnswer;
};

} // namespace Signalbox
