// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/publishhistory.h"

#include "gui/tables/cellformat.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

PublishHistory::PublishHistory(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_pages(new QStackedWidget)
{
    auto *hint = new QLabel(tr("What you publish is listed here until the console is closed, to be "
                               "edited and published again."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setMargin(16);
    hint->setProperty("kind", QStringLiteral("muted"));
    m_list->setAccessibleName(tr("Published in this session"));
    m_list->setAlternatingRowColors(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_pages->addWidget(hint);
    m_pages->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    const auto choose = [this](QListWidgetItem *item) {
        const auto row = static_cast<size_t>(m_list->row(item));
        if (row < m_entries.size())
            Q_EMIT chosen(m_entries[row].json);
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
}

void PublishHistory::add(const QByteArray &json, const QString &title, const QString &result)
{
    m_entries.push_front({json, title, result, QDateTime::currentDateTimeUtc()});
    qsizetype bytes = 0;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        bytes += m_entries[i].json.size();
        if (i > 0 && (i >= MaxEntries || bytes > MaxBytes)) {
            m_entries.erase(m_entries.begin() + std::ptrdiff_t(i), m_entries.end());
            break;
        }
    }
    update();
}

void PublishHistory::setShowsUtc(bool utc)
{
    m_showsUtc = utc;
    update();
}

void PublishHistory::takeOver(const PublishHistory &predecessor)
{
    m_entries = predecessor.m_entries;
    update();
}

void PublishHistory::update()
{
    m_list->clear();
    for (const Entry &entry : m_entries) {
        auto *item = new QListWidgetItem(
            tr("%1  %2\n%3")
                .arg(CellFormat::time(entry.at, m_showsUtc), entry.title, entry.result));
        item->setToolTip(tr("Edit it, and publish it again"));
        m_list->addItem(item);
    }
    m_pages->setCurrentIndex(m_entries.empty() ? 0 : 1);
}

} // namespace Signalbox
