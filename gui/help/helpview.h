// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/help/guide.h"
#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;
class QUrl;
QT_END_NAMESPACE

namespace Signalbox {

class GuideBrowser;

/// The guide, with its contents and a search through all of it.
class HelpView final : public View
{
    Q_OBJECT

public:
    explicit HelpView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Help"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("help"); }
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

    /// The document that is shown, such as "rooms.md".
    [[nodiscard]] QString document() const;

private:
    void showContents();
    void search(const QString &text);
    void open(const QTreeWidgetItem *item);
    void openDocument(qsizetype index);
    void follow(const QUrl &link);
    [[nodiscard]] QTreeWidgetItem *makeItem(qsizetype document, qsizetype section,
                                            const QString &text) const;

    Guide m_guide;
    QLineEdit *m_search;
    QTreeWidget *m_contents;
    QStackedWidget *m_lists;
    GuideBrowser *m_browser;
    QSplitter *m_splitter;
    qsizetype m_document = -1;
};

} // namespace Signalbox
