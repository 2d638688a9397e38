// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sidebar.h"

#include "gui/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Signalbox {

namespace {

enum DataRole { TitleRole = Qt::UserRole, BadgeRole, IconRole };

constexpr int RowHeight = 36;
constexpr int IconSize = 18;

class PageDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int text = option.fontMetrics.horizontalAdvance(index.data(TitleRole).toString());
        return {text + IconSize + 76, std::max(RowHeight, option.fontMetrics.height() + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option.rect).adjusted(8, 2, -8, -2);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(
                Theme::color(isSelected ? ThemeRole::Selection : ThemeRole::SurfaceHover));
            painter->drawRoundedRect(box, 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(Theme::color(ThemeRole::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const QRect icon(option.rect.left() + 20, option.rect.center().y() - IconSize / 2 + 1,
                         IconSize, IconSize);
        Theme::icon(index.data(IconRole).toString())
            .paint(painter, icon, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);

        QRectF text = box.adjusted(icon.right() - box.left() + 12, 0, -8, 0);
        const int badge = index.data(BadgeRole).toInt();
        if (badge > 0) {
            const QString figure = badge > 99 ? QStringLiteral("99+") : QLocale().toString(badge);
            const double width = std::max(option.fontMetrics.horizontalAdvance(figure) + 12, 20);
            const QRectF pill(box.right() - width - 8, box.center().y() - 10, width, 20);
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::color(ThemeRole::Bad));
            painter->drawRoundedRect(pill, 10, 10);
            painter->setPen(Theme::color(ThemeRole::TextOnBad));
            painter->drawText(pill, Qt::AlignCenter, figure);
            text.setRight(pill.left() - 4);
        }
        QFont font = option.font;
        font.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(Theme::color(isSelected ? ThemeRole::TextOnSelection : ThemeRole::Text));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data(TitleRole).toString(),
                                                        Qt::ElideRight, int(text.width())));
        painter->restore();
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Views"));
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void Sidebar::addPage(const QString &iconName, const QString &title, const QString &shortcut)
{
    auto *item = new QListWidgetItem(this);
    item->setData(TitleRole, title);
    item->setData(IconRole, iconName);
    item->setData(Qt::AccessibleTextRole, title);
    item->setToolTip(shortcut.isEmpty() ? title
                                        : tr("%1 (%2)", "page (keys)").arg(title, shortcut));
    updateGeometry();
}

void Sidebar::setBadge(int page, int count)
{
    QListWidgetItem *entry = item(page);
    if (!entry || entry->data(BadgeRole).toInt() == count)
        return;
    entry->setData(BadgeRole, count);
    const QString title = entry->data(TitleRole).toString();
    entry->setData(Qt::AccessibleTextRole,
                   count > 0 ? tr("%1, %Ln alert(s)", nullptr, count).arg(title) : title);
}

int Sidebar::badge(int page) const
{
    const QListWidgetItem *entry = item(page);
    return entry ? entry->data(BadgeRole).toInt() : 0;
}

QSize Sidebar::sizeHint() const
{
    return {std::clamp(sizeHintForColumn(0), 150, 230), 200};
}

int Sidebar::contentHeight() const
{
    ensurePolished();
    int height = viewportMargins().top() + 8; // and the style sheet's padding
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return height;
}

void Sidebar::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace Signalbox
