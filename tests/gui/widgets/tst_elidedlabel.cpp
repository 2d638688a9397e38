// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/elidedlabel.h"

#include <QHelpEvent>
#include <QImage>
#include <QTest>
#include <QToolTip>

using namespace Signalbox;

class tst_ElidedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithAnEllipsis();
    void showsAllWhereThereIsRoom();
    void markupIsText();
};

void tst_ElidedLabel::endsWithAnEllipsis()
{
    const QString text = QStringLiteral("E2_nqr-1ysQVBXpGXZoiJg");
    ElidedLabel label;
    label.setText(text);
    label.resize(label.sizeHint().width() - 30, 24);
    label.show();
    QVERIFY(label.isElided());
    QCOMPARE(label.text(), text); // for who cannot see it, and for copying
    QVERIFY(label.minimumSizeHint().width() < 60);
    ElidedLabel expected;
    expected.setText(
        label.fontMetrics().elidedText(text, Qt::ElideRight, label.contentsRect().width()));
    expected.resize(label.size());
    expected.show();
    QCOMPARE(label.grab().toImage(), expected.grab().toImage());
    QHelpEvent event(QEvent::ToolTip, {1, 1}, label.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&label, &event);
    QCOMPARE(QToolTip::text(), text);
    QToolTip::hideText();
}

void tst_ElidedLabel::showsAllWhereThereIsRoom()
{
    ElidedLabel label;
    label.setText(QStringLiteral("anna"));
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void tst_ElidedLabel::markupIsText()
{
    ElidedLabel label;
    label.setText(QStringLiteral("<b>boo</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

QTEST_MAIN(tst_ElidedLabel)

#include "tst_elidedlabel.moc"
