// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace Signalbox {

/// Shows a page of the guide in the theme's typography. Links between pages are told, not followed.
class GuideBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    /// \a url: of a Markdown file in the resources.
    void showPage(const QUrl &url);
    /// To the \a index th heading of the page, counted from 0.
    void showHeading(int index);
    /// To the heading whose slug this is; stays where it is if there is none.
    void showAnchor(const QString &slug);
    /// Marks every place where one of the words of \a text stands.
    void highlight(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void style();
    void styleTables();
    void scrollTo(const QTextBlock &block);

    QUrl m_url;
};

} // namespace Signalbox
