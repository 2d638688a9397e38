// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpview.h"

#include "gui/console.h"
#include "gui/help/guidebrowser.h"
#include "gui/theme/theme.h"
#include "gui/widgets/emptystate.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

const QString &folder()
{
    static const QString Folder = QStringLiteral(":/docs");
    return Folder;
}

enum DataRole { DocumentRole = Qt::UserRole, SectionRole };

} // namespace

HelpView::HelpView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_guide(folder())
    , m_search(new QLineEdit)
    , m_contents(new QTreeWidget)
    , m_lists(new QStackedWidget)
    , m_browser(new GuideBrowser)
    , m_splitter(new QSplitter)
{
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::icon(QStringLiteral("search"), ThemeRole::Muted),
                        QLineEdit::LeadingPosition);
    m_contents->setObjectName(QStringLiteral("contents"));
    m_contents->setHeaderHidden(true);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setTextElideMode(Qt::ElideRight);
    m_contents->setIndentation(14);
    m_lists->addWidget(m_contents);
    m_lists->addWidget(new EmptyState(QStringLiteral("search"), tr("Nothing found"),
                                      tr("Try fewer or other words.")));
    m_browser->setAccessibleName(tr("Guide"));

    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_lists, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_browser);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({230, 600});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_splitter);

    connect(m_search, &QLineEdit::textChanged, this, &HelpView::search);
    connect(m_contents, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { open(item); });
    connect(m_contents, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem *item) { open(item); });
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpView::follow);
    openDocument(0);
    showContents();
}

QTreeWidgetItem *HelpView::makeItem(qsizetype document, qsizetype section,
                                    const QString &text) const
{
    auto *item = new QTreeWidgetItem({text});
    item->setData(0, DocumentRole, document);
    item->setData(0, SectionRole, section);
    item->setToolTip(0, text);
    return item;
}

void HelpView::showContents()
{
    const QSignalBlocker blocker(m_contents);
    m_contents->clear();
    m_contents->setRootIsDecorated(true);
    m_lists->setCurrentIndex(0);
    const QList<Guide::Document> &documents = m_guide.documents();
    for (qsizetype d = 0; d < documents.size(); ++d) {
        QTreeWidgetItem *top = makeItem(d, 0, documents.at(d).title);
        m_contents->addTopLevelItem(top);
        const QList<Guide::Section> &sections = documents.at(d).sections;
        for (qsizetype s = 0; s < sections.size(); ++s) {
            if (sections.at(s).level == 2)
                top->addChild(makeItem(d, s, sections.at(s).title));
        }
        if (d == m_document) {
            top->setExpanded(true);
            m_contents->setCurrentItem(top);
        }
    }
}

void HelpView::search(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        showContents();
        m_browser->highlight({});
        return;
    }
    const QSignalBlocker blocker(m_contents);
    m_contents->clear();
    m_contents->setRootIsDecorated(false);
    const QList<Guide::Hit> hits = m_guide.search(text);
    for (const Guide::Hit &hit : hits) {
        const Guide::Document &document = m_guide.documents().at(hit.document);
        const QString section = document.sections.at(hit.section).title;
        m_contents->addTopLevelItem(makeItem(
            hit.document, hit.section,
            hit.section == 0 ? section
                             : tr("%1 › %2", "document, section").arg(document.title, section)));
    }
    m_lists->setCurrentIndex(hits.isEmpty() ? 1 : 0);
}

void HelpView::open(const QTreeWidgetItem *item)
{
    if (!item)
        return;
    openDocument(item->data(0, DocumentRole).toLongLong());
    m_browser->showHeading(item->data(0, SectionRole).toInt());
    m_browser->highlight(m_search->text());
}

void HelpView::openDocument(qsizetype index)
{
    if (index < 0 || index >= m_guide.documents().size() || index == m_document)
        return;
    m_document = index;
    m_browser->showPage(QUrl(QStringLiteral("qrc%1/%2").arg(folder(), document())));
}

QString HelpView::document() const
{
    return m_document < 0 ? QString() : m_guide.documents().at(m_document).name;
}

void HelpView::follow(const QUrl &link)
{
    const bool isWeb = link.scheme() == u"http" || link.scheme() == u"https";
    const qsizetype index =
        link.path().isEmpty() ? m_document : m_guide.indexOf(QUrl(link).fileName());
    if (!isWeb && index >= 0) {
        openDocument(index);
        if (link.hasFragment())
            m_browser->showAnchor(link.fragment(QUrl::FullyDecoded));
        if (m_search->text().isEmpty())
            showContents();
        return;
    }
    if (!isWeb || !QDesktopServices::openUrl(link))
        console().toast(tr("%1 cannot be opened here.").arg(link.toDisplayString()),
                        Console::Tone::Warning);
}

QWidget *HelpView::keyboardOwner() const
{
    return m_browser;
}

void HelpView::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HelpView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const HelpView *>(&predecessor);
    if (!before)
        return;
    openDocument(before->m_document);
    showContents();
    m_search->setText(before->m_search->text());
}

void HelpView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("document"), document());
}

void HelpView::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
    openDocument(m_guide.indexOf(settings.value(QStringLiteral("document")).toString()));
    showContents();
}

} // namespace Signalbox
