// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Signalbox {

class IconLabel;
class Sparkline;

/// A big number with its name and the shape of its last minute.
class MetricTile final : public QFrame
{
    Q_OBJECT

public:
    MetricTile(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    void setValue(const QString &text);
    [[nodiscard]] QString value() const;
    void setNote(const QString &text); ///< small, where there is no sparkline
    /// Something is wrong about it: in the colour of warnings, with their icon.
    void setAlarming(bool alarming);
    [[nodiscard]] Sparkline *sparkline() const { return m_sparkline; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateLook();
    void fitValue();

    QString m_iconName;
    QString m_name;
    IconLabel *m_icon;
    QLabel *m_value;
    QLabel *m_note;
    QString m_noteText;
    Sparkline *m_sparkline;
    bool m_isAlarming = false;
};

} // namespace Signalbox
