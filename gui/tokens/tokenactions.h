// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"
#include "common/monitor/huboperator.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Signalbox {

class Console;

/// What can be done to tokens: the actions, and the dialogs that they open over \a window.
class TokenActions final : public QObject
{
    Q_OBJECT

public:
    TokenActions(Console &console, QWidget &window);

    [[nodiscard]] QAction *issue() const { return m_issue; }
    [[nodiscard]] QAction *revoke() const { return m_revoke; }
    [[nodiscard]] QAction *decode() const { return m_decode; }
    [[nodiscard]] QAction *rotate() const { return m_rotate; }
    [[nodiscard]] QAction *setStaticToken() const { return m_static; }
    [[nodiscard]] QList<QAction *> all() const;

    /// What revoke() is about.
    void setTargets(const QList<TokenRecord> &targets);
    void update();

Q_SIGNALS:
    /// There is something new to be listed.
    void changed();

private:
    struct Preview;

    QAction *add(const QString &icon, const QString &text, const QString &toolTip,
                 void (TokenActions::*slot)());
    static void setEnabled(QAction *action, const QString &reasonNot);
    void handleIssue();
    void handleRevoke();
    void handleDecode();
    void confirmRotation(const RotationPreview &preview);
    void handleRotate();
    void handleStaticToken();
    void askForPreview(const std::shared_ptr<Preview> &preview);
    void confirmRevocation(const Preview &preview);
    void tell(const Result<void> &result, const QString &success);

    Console &m_console;
    QWidget &m_window;
    QList<TokenRecord> m_targets;
    bool m_isAsking = false;
    QAction *m_issue;
    QAction *m_revoke;
    QAction *m_decode;
    QAction *m_rotate;
    QAction *m_static;
};

} // namespace Signalbox
