// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCompleter;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSettings;
class QStringListModel;
QT_END_NAMESPACE

namespace Signalbox {

class SortedTableModel;

/// Where a filter is written: says what is wrong with it, and where; offers the names of fields;
/// and tells how many rows are left.
///
/// While the text makes no sense, the filter before stays.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Filters \a model from now on, and counts its rows; it outlives this. Null: filterChanged()
    /// and setCounts() are for somebody else.
    void setModel(SortedTableModel *model);
    void setSchema(const FilterSchema &schema);

    [[nodiscard]] QString text() const;
    void setText(const QString &text); ///< takes effect at once
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString errorText() const; ///< empty if the text makes sense
    [[nodiscard]] QString countText() const;

    /// "12 of 340"
    void setCounts(qsizetype shown, qsizetype total);
    /// Beside the count, at the right.
    void addWidget(QWidget *widget);
    /// The same, for what can be done to the rows.
    void addButton(QAction *action, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void filterChanged(const Signalbox::Filter &filter);
    /// Down or Enter: on to the rows.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void handleTextEdited();
    void apply();
    void updateCounts();
    void offerCompletions();
    void complete(const QString &text);
    void showError(const FilterError &error);
    void updateToolTip();

    SortedTableModel *m_model = nullptr;
    FilterSchema m_schema;
    Filter m_filter;
    QLineEdit *m_edit;
    QAction *m_searchIcon;
    QLabel *m_error;
    QLabel *m_count;
    QHBoxLayout *m_row;
    QCompleter *m_completer;
    QStringListModel *m_completions;
    QTimer m_applyTimer;
};

} // namespace Signalbox
