// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/tokenactions.h"

#include "gui/connections/connectionactions.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/theme/theme.h"
#include "gui/tokens/decodetokendialog.h"
#include "gui/tokens/issuetokendialog.h"
#include "gui/tokens/statictokendialog.h"

#include <QAction>

#include <memory>

namespace Signalbox {

/// How many connections the tokens in question hold, asked for one after the other.
struct TokenActions::Preview
{
    QList<TokenRecord> tokens;
    qsizetype next = 0;
    qint64 connections = 0;
    QStringList targets;
};

TokenActions::TokenActions(Console &console, QWidget &window)
    : QObject(&window)
    , m_console(console)
    , m_window(window)
    , m_issue(add(QStringLiteral("add"), tr("&Issue a token…"), tr("Make a token for a client"),
                  &TokenActions::handleIssue))
    , m_revoke(add(QStringLiteral("trash"), tr("&Revoke…"),
                   tr("Take the selected tokens back and close their connections"),
                   &TokenActions::handleRevoke))
    , m_decode(add(QStringLiteral("unlock"), tr("&Decode a token…"),
                   tr("See what a token says, and whether the server accepts it"),
                   &TokenActions::handleDecode))
    , m_rotate(add(QStringLiteral("refresh"), tr("Rotate the signing &key…"),
                   tr("Sign new tokens with another secret"), &TokenActions::handleRotate))
    , m_static(add(QStringLiteral("tokens"), tr("Set the &static token…"),
                   tr("Set what clients may show instead of a JWT"),
                   &TokenActions::handleStaticToken))
{
    m_revoke->setShortcut(QKeySequence::Delete);
    m_revoke->setShortcutContext(Qt::WidgetShortcut);
    m_revoke->setShortcutVisibleInContextMenu(true);
    connect(&console, &Console::readOnlyChanged, this, &TokenActions::update);
    update();
}

QAction *TokenActions::add(const QString &icon, const QString &text, const QString &toolTip,
                           void (TokenActions::*slot)())
{
    auto *action = new QAction(Theme::icon(icon), text, this);
    action->setWhatsThis(toolTip); // the tool tip may say why it is not possible instead
    connect(action, &QAction::triggered, this, slot);
    return action;
}

QList<QAction *> TokenActions::all() const
{
    return {m_issue, m_revoke, m_decode, m_rotate, m_static};
}

void TokenActions::setEnabled(QAction *action, const QString &reasonNot)
{
    action->setEnabled(reasonNot.isEmpty());
    action->setToolTip(reasonNot.isEmpty() ? action->whatsThis() : reasonNot);
}

void TokenActions::setTargets(const QList<TokenRecord> &targets)
{
    m_targets.clear();
    for (const TokenRecord &token : targets) {
        if (!token.revokedAt)
            m_targets.append(token);
    }
    update();
    if (m_revoke->isEnabled() || m_console.isReadOnly() || targets.isEmpty())
        return;
    setEnabled(m_revoke, tr("What is selected is revoked already."));
}

void TokenActions::update()
{
    const QString readOnly = m_console.isReadOnly() ? tr("The console is read-only.") : QString();
    for (QAction *action : {m_issue, m_rotate, m_static})
        setEnabled(action, readOnly);
    setEnabled(m_decode, {});
    setEnabled(m_revoke,
               readOnly.isEmpty() && m_targets.isEmpty() ? tr("Select a token first.") : readOnly);
}

void TokenActions::tell(const Result<void> &result, const QString &success)
{
    if (result)
        m_console.toast(success, Console::Tone::Success);
    else
        m_console.toast(result.error().message, Console::Tone::Error);
}

void TokenActions::handleIssue()
{
    IssueTokenDialog dialog(m_console.hubOperator(), &m_window);
    connect(&dialog, &IssueTokenDialog::issued, this, &TokenActions::changed);
    dialog.exec();
}

void TokenActions::handleDecode()
{
    DecodeTokenDialog dialog(m_console.hubOperator(), &m_window);
    dialog.exec();
}

void TokenActions::handleRotate()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_console.hubOperator().previewRotation(this, [this](const Result<RotationPreview> &preview) {
        m_isAsking = false;
        if (preview)
            confirmRotation(*preview);
        else
            m_console.toast(preview.error().message, Console::Tone::Error);
    });
}

void TokenActions::confirmRotation(const RotationPreview &preview)
{
    const qint64 closed = preview.holders.total;
    QString text = tr("New tokens are signed with a new secret. Those of the present one stay "
                      "valid until they expire.")
        + u' ';
    if (preview.tokens == 0 && closed == 0)
        text += tr("No token of an older one is valid now, so that none ends.");
    else
        text += tr("Those of the one before end now: %Ln listed token(s).", nullptr,
                   int(preview.tokens))
            + u' '
            + (closed > 0 ? tr("This closes %Ln connection(s).", nullptr, int(closed))
                          : tr("No connection uses them now."));
    QStringList targets = ConnectionActions::namesOf(preview.holders.connections);
    while (targets.size() < closed)
        targets << QString(); // told by number
    if (!ConfirmDialog::ask(&m_window, tr("Rotate the signing key"), text, targets, tr("Rotate")))
        return;
    m_console.hubOperator().rotateSigningKey(this, [this](const Result<void> &result) {
        tell(result, tr("New tokens are signed with a new key."));
        Q_EMIT changed(); // the status of those that ended
    });
}

void TokenActions::handleStaticToken()
{
    StaticTokenDialog dialog(&m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QByteArray token = dialog.token();
    const QString success =
        token.isEmpty() ? tr("The static token was removed.") : tr("The static token was set.");
    m_console.hubOperator().setStaticToken(
        token, this, [this, success](const Result<void> &result) { tell(result, success); });
}

void TokenActions::handleRevoke()
{
    if (m_isAsking || m_targets.isEmpty())
        return;
    m_isAsking = true;
    auto preview = std::make_shared<Preview>();
    preview->tokens = m_targets;
    askForPreview(preview);
}

void TokenActions::askForPreview(const std::shared_ptr<Preview> &preview)
{
    // Of more than the dialog lists, the number of connections would be long in coming.
    if (preview->next >= std::min(preview->tokens.size(), ConfirmDialog::MaxListed)) {
        m_isAsking = false;
        confirmRevocation(*preview);
        return;
    }
    const TokenRecord token = preview->tokens.at(preview->next++);
    m_console.hubOperator().previewRevocation(
        token.id, this, [this, preview, token](const Result<RoomMembers> &holders) {
            if (!holders) {
                m_isAsking = false;
                m_console.toast(holders.error().message, Console::Tone::Error);
                return;
            }
            preview->connections += holders->total;
            QString name = token.name.isEmpty() ? QString::fromUtf8(token.id) : token.name;
            if (!token.user.isEmpty())
                name = tr("%1, of %2").arg(name, QString::fromUtf8(token.user));
            preview->targets
                << tr("%1: %Ln connection(s)", nullptr, int(holders->total)).arg(name).simplified();
            askForPreview(preview);
        });
}

void TokenActions::confirmRevocation(const Preview &preview)
{
    const int count = int(preview.tokens.size());
    const QString closes = preview.connections > 0
        ? tr("This closes %Ln connection(s).", nullptr, int(preview.connections))
        : tr("No connection uses them now.");
    QStringList targets = preview.targets;
    for (qsizetype i = targets.size(); i < preview.tokens.size(); ++i)
        targets << QString(); // told by number
    if (!ConfirmDialog::ask(&m_window, tr("Revoke tokens"),
                            tr("Revoke %Ln token(s) for good?", nullptr, count) + u' ' + closes,
                            targets, tr("Revoke")))
        return;
    auto left = std::make_shared<int>(count);
    auto failure = std::make_shared<QString>();
    for (const TokenRecord &token : preview.tokens) {
        m_console.hubOperator().revokeToken(
            token.id, this, [this, left, failure, count](const Result<TokenRecord> &revoked) {
                if (!revoked)
                    *failure = revoked.error().message;
                if (--*left > 0)
                    return;
                if (failure->isEmpty())
                    m_console.toast(tr("%Ln token(s) revoked.", nullptr, count),
                                    Console::Tone::Success);
                else
                    m_console.toast(*failure, Console::Tone::Error);
                Q_EMIT changed();
            });
    }
}

} // namespace Signalbox
