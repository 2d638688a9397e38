// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsmodel.h"

#include "gui/theme/theme.h"

#include <QFont>

namespace Signalbox {

void SettingsModel::setSettings(const QList<Setting> &settings)
{
    const auto isSameRow = [](const Setting &a, const Setting &b) { return a.name == b.name; };
    if (std::equal(settings.cbegin(), settings.cend(), m_settings.cbegin(), m_settings.cend(),
                   isSameRow)) {
        m_settings = settings; // where the operator is stays as it is
        if (!settings.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(settings.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_settings = settings;
    m_errors.clear();
    endResetModel();
}

void SettingsModel::setError(const QByteArray &name, const QString &message)
{
    if (message.isEmpty())
        m_errors.remove(name);
    else
        m_errors.insert(name, message);
    for (int row = 0; row < m_settings.size(); ++row) {
        if (m_settings.at(row).name == name)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void SettingsModel::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    if (!m_settings.isEmpty())
        Q_EMIT dataChanged(index(0, Value), index(int(m_settings.size()) - 1, Value));
}

bool SettingsModel::fits(int row, const QString &text) const
{
    const Setting &setting = m_settings.at(row);
    const QString all =
        QString::fromUtf8(setting.name) + u' ' + setting.description + u' ' + setting.value;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

int SettingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_settings.size());
}

int SettingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SettingsModel::whyNotEditable(const Setting &setting) const
{
    if (m_isReadOnly)
        return tr("The console is read-only");
    if (setting.isEditable)
        return {};
    return setting.needsRestart
        ? tr("Can be changed only at the start: by option, environment or file")
        : tr("Cannot be changed here");
}

QVariant SettingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Setting &setting = m_settings.at(index.row());
    const QString error = m_errors.value(setting.name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        switch (index.column()) {
        case Name:
            return QString::fromUtf8(setting.name);
        case Value:
            return setting.value;
        case Default:
            return setting.defaultValue;
        case Source:
            return setting.source;
        case Effect:
            return setting.needsRestart ? tr("needs a restart") : tr("at once");
        default:
            return {};
        }
    case Qt::ToolTipRole: {
        QStringList lines{setting.description};
        if (index.column() == Value) {
            const QString why = whyNotEditable(setting);
            lines.append(why.isEmpty() ? tr("Double-click or F2 to change") : why);
            if (!error.isEmpty())
                lines.append(error);
        }
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::DecorationRole:
        if (index.column() == Value && !error.isEmpty())
            return Theme::icon(QStringLiteral("error"), ThemeRole::Bad);
        if (index.column() == Value && whyNotEditable(setting).isEmpty())
            return Theme::icon(QStringLiteral("edit"), ThemeRole::Muted);
        return {};
    case Qt::FontRole:
        if (index.column() == Value && !setting.value.isEmpty()
            && setting.value != setting.defaultValue) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::ForegroundRole:
        if (index.column() > Value)
            return Theme::color(ThemeRole::Muted);
        return {};
    case Qt::AccessibleDescriptionRole:
        return error.isEmpty() ? setting.description : error;
    default:
        return {};
    }
}

QVariant SettingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Option");
    case Value:
        return tr("Value");
    case Default:
        return tr("Default");
    case Source:
        return tr("Set by");
    case Effect:
        return tr("Takes effect");
    default:
        return {};
    }
}

Qt::ItemFlags SettingsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Value
        && whyNotEditable(m_settings.at(index.row())).isEmpty())
        result |= Qt::ItemIsEditable;
    return result;
}

bool SettingsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Setting &setting = m_settings.at(index.row());
    const QString text = value.toString().trimmed();
    if (text == setting.value) {
        setError(setting.name, {});
        return true;
    }
    Q_EMIT changeRequested(setting.name, text);
    return true;
}

} // namespace Signalbox
