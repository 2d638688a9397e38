// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/filterbar.h"

#include "gui/mnemonic.h"
#include "gui/tables/sortedtablemodel.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int ApplyDelayMs = 120; // while somebody types
constexpr int MaxLength = 1000;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_searchIcon(m_edit->addAction(Theme::icon(QStringLiteral("search"), Theme::Role::Muted),
                                     QLineEdit::LeadingPosition))
    , m_error(new QLabel)
    , m_count(new QLabel)
    , m_row(new QHBoxLayout)
    , m_completer(new QCompleter(this))
    , m_completions(new QStringListModel(this))
{
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setPlaceholderText(tr("Filter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(MaxLength);
    m_edit->installEventFilter(this);
    m_error->setAccessibleName(tr("Filter error"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    m_count->setAccessibleName(tr("Rows"));
    m_completer->setModel(m_completions);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_edit);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(12);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_row);
    layout->addWidget(m_error);
    setFocusProxy(m_edit);

    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(ApplyDelayMs);
    connect(&m_applyTimer, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::handleTextEdited);
    // The button that clears is no edit.
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply();
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterBar::complete);
}

void FilterBar::setModel(SortedTableModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (!model)
        return;
    setSchema(model->schema());
    connect(model, &SortedTableModel::countsChanged, this, &FilterBar::updateCounts);
    model->setFilter(m_filter);
    updateCounts();
}

void FilterBar::setSchema(const FilterSchema &schema)
{
    m_schema = schema;
    updateToolTip();
}

void FilterBar::updateToolTip()
{
    QStringList lines{tr("Words search all texts.\n"
                         "user:anna idle>60 queue>=10k – fields\n"
                         "-user:bob – all but bob\n"
                         "room:project:* – * is any text\n"
                         "\"two words\", a OR b, code:4400..4499\n"
                         "Durations: 500ms, 90s, 5m, 1h"),
                      {}};
    for (const FilterField &field : m_schema.fields) {
        lines.append(QStringLiteral("%1 – %2").arg(QString::fromLatin1(field.names.join(", ")),
                                                   field.description));
    }
    m_edit->setToolTip(lines.join(u'\n'));
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
    apply();
}

QString FilterBar::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

QString FilterBar::countText() const
{
    return m_count->text();
}

void FilterBar::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

void FilterBar::addButton(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    // Qt's own leaves a mnemonic that stands in parentheses.
    action->setIconText(withoutMnemonic(action->text()));
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText().remove(u'…'));
    addWidget(button);
}

void FilterBar::setCounts(qsizetype shown, qsizetype total)
{
    const QLocale locale;
    m_count->setText(shown == total
                         ? locale.toString(total)
                         : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
}

void FilterBar::updateCounts()
{
    setCounts(m_model->rowCount(), m_model->totalCount());
}

void FilterBar::handleTextEdited()
{
    m_applyTimer.start();
    offerCompletions();
}

void FilterBar::apply()
{
    m_applyTimer.stop();
    const auto parsed = Filter::parse(m_edit->text(), m_schema);
    if (!parsed) {
        showError(parsed.error());
        return;
    }
    m_error->hide();
    m_filter = *parsed;
    if (m_model)
        m_model->setFilter(m_filter);
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::showError(const FilterError &error)
{
    QPalette colors = m_error->palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_error->setPalette(colors);
    m_error->setText(tr("At %1: %2").arg(QLocale().toString(error.position + 1), error.message));
    m_error->show();
}

/// The names that begin with what is written before the cursor since the last blank.
void FilterBar::offerCompletions()
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    QStringView word = QStringView(before).sliced(before.lastIndexOf(u' ') + 1);
    if (word.startsWith(u'-'))
        word = word.sliced(1);
    const QStringList names =
        word.isEmpty() ? QStringList() : m_schema.completions(word.toString().toUtf8());
    if (names.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completions->setStringList(names);
    // As wide as the names: the popup is not about the whole text.
    QRect place = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    place.setWidth(std::max(160, m_completer->popup()->sizeHintForColumn(0) + 32));
    m_completer->complete(place);
}

void FilterBar::complete(const QString &text)
{
    const int cursor = m_edit->cursorPosition();
    QString all = m_edit->text();
    qsizetype start = all.left(cursor).lastIndexOf(u' ') + 1;
    if (start < cursor && all[start] == u'-')
        ++start;
    all.replace(start, cursor - start, text);
    m_edit->setText(all);
    m_edit->setCursorPosition(int(start + text.size()));
    m_applyTimer.start();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            if (m_edit->text().isEmpty())
                break;
            setText({});
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            apply();
            if (errorText().isEmpty())
                Q_EMIT leaveRequested();
            return true;
        case Qt::Key_Down:
            Q_EMIT leaveRequested();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_error->isHidden()) {
        QPalette colors = m_error->palette();
        colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
        m_error->setPalette(colors);
    }
}

void FilterBar::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("filter"), m_edit->text());
}

void FilterBar::restoreState(QSettings &settings)
{
    setText(settings.value(QStringLiteral("filter")).toString());
}

} // namespace Signalbox
