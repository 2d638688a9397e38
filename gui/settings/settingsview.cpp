// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsview.h"

#include "common/monitor/huboperator.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/settings/consolesettings.h"
#include "gui/settings/language.h"
#include "gui/settings/settingsmodel.h"
#include "gui/tables/rowview.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("kind", QStringLiteral("heading"));
    return label;
}

QLabel *note(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("kind", QStringLiteral("muted"));
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsView::SettingsView(const Shell &shell, QWidget *parent)
    : View(shell.console, parent)
    , m_shell(shell)
    , m_model(new SettingsModel(this))
    , m_tabs(new QTabWidget)
    , m_table(new RowView<QTableView>)
    , m_filter(new QLineEdit)
    , m_message(new QLabel)
{
    auto *title = new QLabel(this->title());
    title->setProperty("kind", QStringLiteral("title"));
    m_tabs->addTab(makeConsolePage(), tr("Console"));
    m_tabs->addTab(makeServerPage(), tr("Server"));
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_tabs, 1);

    m_model->setReadOnly(console().isReadOnly());
    connect(&console(), &Console::readOnlyChanged, m_model, &SettingsModel::setReadOnly);
    connect(m_model, &SettingsModel::changeRequested, this, &SettingsView::change);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SettingsView::filter);
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsView::filter);
}

QWidget *SettingsView::makeConsolePage()
{
    auto *page = new QWidget;
    page->setMaximumWidth(640);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    addAppearance(form);
    addBehaviour(form);
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = form->itemAt(row, QFormLayout::FieldRole);
        if (label && label->widget() && field && field->widget())
            label->widget()->setMinimumHeight(field->widget()->sizeHint().height());
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

void SettingsView::addAppearance(QFormLayout *form)
{
    form->addRow(heading(tr("Appearance")));

    auto *theme = new QComboBox;
    theme->setObjectName(QStringLiteral("theme"));
    theme->addItem(tr("System"), int(Theme::Choice::System));
    theme->addItem(tr("Light"), int(Theme::Choice::Light));
    theme->addItem(tr("Dark"), int(Theme::Choice::Dark));
    theme->setMinimumWidth(200);
    theme->setCurrentIndex(theme->findData(int(m_shell.theme.choice())));
    connect(theme, &QComboBox::activated, this, [this, theme] {
        const auto choice = Theme::Choice(theme->currentData().toInt());
        m_shell.settings.setTheme(choice);
        m_shell.theme.setChoice(choice);
    });
    connect(&m_shell.theme, &Theme::changed, theme, [this, theme] {
        theme->setCurrentIndex(theme->findData(int(m_shell.theme.choice())));
    });
    form->addRow(tr("&Theme:"), theme);

    auto *language = new QComboBox;
    language->setObjectName(QStringLiteral("language"));
    for (const Language::Entry &entry : Language::available())
        language->addItem(entry.name, entry.code);
    language->setMinimumWidth(200);
    language->setCurrentIndex(std::max(language->findData(m_shell.language.code()), 0));
    connect(language, &QComboBox::activated, this, [this, language] {
        const QString code = language->currentData().toString();
        m_shell.settings.setLanguage(code);
        m_shell.language.set(code);
    });
    form->addRow(tr("&Language:"), language);

    auto *utc = new QCheckBox(tr("Show times in &UTC"));
    utc->setObjectName(QStringLiteral("utc"));
    utc->setChecked(console().showsUtc());
    connect(utc, &QCheckBox::toggled, &console(), &Console::setShowsUtc);
    connect(&console(), &Console::showsUtcChanged, utc, &QCheckBox::setChecked);
    form->addRow(QString(), utc);

    auto *reset = new QPushButton(tr("&Reset the layout"));
    reset->setToolTip(tr("Forget the sizes of windows, columns and panes"));
    connect(reset, &QPushButton::clicked, this, &SettingsView::layoutResetRequested);
    form->addRow(QString(), reset);
}

void SettingsView::addBehaviour(QFormLayout *form)
{
    form->addItem(new QSpacerItem(0, 8));
    form->addRow(heading(tr("Safety")));

    auto *readOnly = new QCheckBox(tr("Read-&only: nothing can be changed"));
    readOnly->setObjectName(QStringLiteral("readOnly"));
    readOnly->setChecked(console().isReadOnly());
    readOnly->setEnabled(!m_shell.isReadOnlyForced);
    if (m_shell.isReadOnlyForced)
        readOnly->setToolTip(tr("The console was started with --read-only"));
    connect(readOnly, &QCheckBox::toggled, &console(), &Console::setReadOnly);
    connect(&console(), &Console::readOnlyChanged, readOnly, &QCheckBox::setChecked);
    form->addRow(QString(), readOnly);

    auto *ask = new QPushButton(tr("&Ask everything again"));
    ask->setToolTip(tr("Takes back every “Do not ask again”"));
    connect(ask, &QPushButton::clicked, this, [this] {
        ConfirmDialog::resetKinds();
        console().toast(tr("Every act is asked about again."), Console::Tone::Success);
    });
    form->addRow(QString(), ask);

    form->addItem(new QSpacerItem(0, 8));
    form->addRow(heading(tr("Window")));
    auto *close = new QComboBox;
    close->setObjectName(QStringLiteral("close"));
    using Action = ConsoleSettings::CloseAction;
    close->addItem(tr("Ask what to do"), int(Action::Ask));
    close->addItem(tr("Stop the server"), int(Action::StopServer));
    close->addItem(tr("Keep the server in the tray"), int(Action::KeepInTray));
    close->setMinimumWidth(200);
    close->setCurrentIndex(close->findData(int(m_shell.settings.closeAction())));
    connect(close, &QComboBox::activated, this, [this, close] {
        m_shell.settings.setCloseAction(Action(close->currentData().toInt()));
    });
    form->addRow(tr("When the window is &closed:"), close);

    const bool hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    auto *tray = new QCheckBox(tr("Show an icon in the t&ray, with alerts"));
    tray->setChecked(m_shell.settings.showsTray());
    tray->setEnabled(hasTray);
    tray->setToolTip(hasTray ? tr("Takes effect at the next start")
                             : tr("This desktop has no tray"));
    connect(tray, &QCheckBox::toggled, this,
            [this](bool shown) { m_shell.settings.setShowsTray(shown); });
    form->addRow(QString(), tray);
}

QWidget *SettingsView::makeServerPage()
{
    m_filter->setPlaceholderText(tr("Filter options"));
    m_filter->setAccessibleName(tr("Filter options"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(Theme::icon(QStringLiteral("search"), ThemeRole::Muted),
                        QLineEdit::LeadingPosition);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Options of the server"));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 14);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->ensurePolished(); // its font is the style sheet's
    const int widths[] = {150, 160, 120, 120};
    for (int column = 0; column < 4; ++column)
        m_table->setColumnWidth(column, std::max(widths[column], header->sectionSizeHint(column)));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(
        note(tr("What is changed here lasts until the server stops; to keep it, set it by "
                "option, environment or file. Values in bold differ from their "
                "default.")));
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    m_message->hide();
    return page;
}

void SettingsView::refresh()
{
    console().hubOperator().requestSettings(this, [this](const Result<QList<Setting>> &settings) {
        if (settings)
            m_model->setSettings(*settings);
        else
            tell(tr("The options cannot be shown: %1").arg(settings.error().message));
    });
}

void SettingsView::change(const QByteArray &name, const QString &value)
{
    console().hubOperator().change(name, value, this, [this, name](const Result<void> &result) {
        const QString label = QString::fromUtf8(name);
        if (!result) {
            m_model->setError(name, result.error().message);
            tell(tr("%1 was not changed: %2", "option, reason").arg(label, result.error().message));
            return;
        }
        m_model->setError(name, {});
        tell({});
        console().toast(tr("%1 was changed.").arg(label), Console::Tone::Success);
        refresh();
    });
}

void SettingsView::tell(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    if (!message.isEmpty())
        console().toast(message, Console::Tone::Error);
}

void SettingsView::filter()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHidden(row, !m_model->fits(row, m_filter->text()));
}

void SettingsView::find()
{
    m_tabs->setCurrentIndex(1);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SettingsView::takeOver(const View &predecessor)
{
    if (const auto *before = qobject_cast<const SettingsView *>(&predecessor))
        m_filter->setText(before->m_filter->text());
}

QWidget *SettingsView::keyboardOwner() const
{
    // Not one of the choices: an arrow would change it.
    return m_tabs->currentIndex() == 1 ? static_cast<QWidget *>(m_table) : m_tabs->tabBar();
}

void SettingsView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("tab"), m_tabs->currentIndex());
    settings.setValue(QStringLiteral("columns"), m_table->horizontalHeader()->saveState());
}

void SettingsView::restoreState(QSettings &settings)
{
    m_tabs->setCurrentIndex(settings.value(QStringLiteral("tab")).toInt());
    m_table->horizontalHeader()->restoreState(
        settings.value(QStringLiteral("columns")).toByteArray());
}

} // namespace Signalbox
