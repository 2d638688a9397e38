// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Signalbox {

/// The options of the server, a few dozen. An edit is a request: the value shown is the server's.
class SettingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Default, Source, Effect, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSettings(const QList<Setting> &settings);
    /// Why the last change of \a name was refused; empty: it was not.
    void setError(const QByteArray &name, const QString &message);
    /// Nothing can be edited meanwhile.
    void setReadOnly(bool readOnly);

    [[nodiscard]] const Setting &setting(int row) const { return m_settings.at(row); }
    /// Whether all words of \a text are in the name, the description or the value.
    [[nodiscard]] bool fits(int row, const QString &text) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void changeRequested(const QByteArray &name, const QString &value);

private:
    [[nodiscard]] QString whyNotEditable(const Setting &setting) const;

    QList<Setting> m_settings;
    QHash<QByteArray, QString> m_errors;
    bool m_isReadOnly = false;
};

} // namespace Signalbox
