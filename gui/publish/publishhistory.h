// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QWidget>

#include <deque>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QStackedWidget;
QT_END_NAMESPACE

namespace Signalbox {

/// What was published from here in this session, newest first; kept in memory only.
class PublishHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishHistory(QWidget *parent = nullptr);

    void add(const QByteArray &json, const QString &title, const QString &result);
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    void setShowsUtc(bool utc);
    /// Lists what \a predecessor lists.
    void takeOver(const PublishHistory &predecessor);

    static constexpr size_t MaxEntries = 50;
    static constexpr qsizetype MaxBytes = 16 * 1024 * 1024;

Q_SIGNALS:
    void chosen(const QByteArray &json);

private:
    struct Entry
    {
        QByteArray json;
        QString title;
        QString result;
        QDateTime at;
    };

    void update();

    std::deque<Entry> m_entries;
    bool m_showsUtc = false;
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace Signalbox
