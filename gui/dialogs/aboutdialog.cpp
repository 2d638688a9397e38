// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/aboutdialog.h"

#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace Signalbox {

AboutDialog::AboutDialog(const QString &version, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Signalbox"));
    auto *icon = new IconLabel(64, QIcon(QStringLiteral(":/icons/signalbox.svg")));
    auto *title = new QLabel(QStringLiteral("Signalbox"));
    title->setProperty("kind", QStringLiteral("title"));
    auto *text = new QLabel(tr("The real-time event server that an operator can see into."));
    text->setWordWrap(true);
    const QString versions =
        tr("Version %1\nQt %2\n%3")
            .arg(version.isEmpty() ? tr("unknown") : version, QString::fromLatin1(qVersion()),
                 QSysInfo::prettyProductName() + QStringLiteral(", ")
                     + QSysInfo::currentCpuArchitecture());
    auto *facts = new QLabel(versions);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *licence = new QLabel(
        tr("Free software under the GNU General Public License, version 3 or later. It comes "
           "without any warranty."));
    licence->setProperty("kind", QStringLiteral("muted"));
    licence->setWordWrap(true);
    licence->setMinimumWidth(340);

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    for (QLabel *label : {title, text, facts, licence})
        words->addWidget(label);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto *copyButton = new QPushButton(Theme::icon(QStringLiteral("copy")), tr("Copy versions"));
    auto *closeButton = new QPushButton(tr("Close"));
    closeButton->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copyButton);
    buttons->addStretch();
    buttons->addWidget(closeButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addLayout(buttons);
    connect(copyButton, &QPushButton::clicked, this, [versions] {
        QGuiApplication::clipboard()->setText(QStringLiteral("Signalbox\n") + versions);
    });
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace Signalbox
