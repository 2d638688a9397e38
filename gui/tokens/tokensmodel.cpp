// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/tokensmodel.h"

#include "gui/theme/theme.h"

#include <QDateTime>
#include <QSet>

namespace Signalbox {

namespace {

using State = TokensModel::State;

qint64 toMs(TokenRecord::TimePoint time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

FieldValue timeValue(const std::optional<TokenRecord::TimePoint> &time)
{
    return time ? FieldValue::number(double(toMs(*time))) : FieldValue();
}

QByteArrayView stateKey(State state)
{
    switch (state) {
    case State::Active:
        return "active";
    case State::ExpiresSoon:
        return "expires-soon";
    case State::Expired:
        return "expired";
    case State::KeyGone:
        return "key-gone";
    case State::Revoked:
        break;
    }
    return "revoked";
}

/// Lists that are written out, where other tables tell their number.
bool isText(int column)
{
    return column == TokensModel::Rooms || column == TokensModel::TokenScopes;
}

/// In a row, drawn often.
QIcon stateIcon(State state)
{
    static const QIcon active = Theme::icon(QStringLiteral("success"), Theme::Role::Good);
    static const QIcon soon = Theme::icon(QStringLiteral("clock"), Theme::Role::Warning);
    static const QIcon expired = Theme::icon(QStringLiteral("clock"), Theme::Role::Muted);
    static const QIcon keyGone = Theme::icon(QStringLiteral("refresh"), Theme::Role::Bad);
    static const QIcon revoked = Theme::icon(QStringLiteral("close"), Theme::Role::Bad);
    switch (state) {
    case State::Active:
        return active;
    case State::ExpiresSoon:
        return soon;
    case State::Expired:
        return expired;
    case State::KeyGone:
        return keyGone;
    case State::Revoked:
        break;
    }
    return revoked;
}

bool isSame(const TokenRecord &a, const TokenRecord &b)
{
    return a.expiresAt == b.expiresAt && a.lastUsedAt == b.lastUsedAt && a.revokedAt == b.revokedAt
        && a.name == b.name && a.isKeyGone == b.isKeyGone;
}

} // namespace

QList<TableColumn> TokensModel::makeColumns()
{
    TableColumn timeLeft{{"expires-in", "left"},
                         tr("Expires in"),
                         FieldKind::Seconds,
                         tr("How long it is still valid; negative when it has expired"),
                         110};
    timeLeft.isHidden = true;
    timeLeft.changes = true;
    timeLeft.ages = true;
    TableColumn lastUsed{
        {"used"},
        tr("Last used"),
        FieldKind::Time,
        tr("When somebody last authenticated with it. Filters compare how long ago that is"),
        155};
    lastUsed.changes = true;
    TableColumn status{{"status"},
                       tr("Status"),
                       FieldKind::Word,
                       tr("active, expires-soon (in less than 7 days), expired, key-gone (signed "
                          "with a key that was rotated away) or revoked"),
                       130};
    status.changes = true;
    status.ages = true;
    return {
        {{"name"}, tr("Name"), FieldKind::Text, tr("What an operator noted of it"), 150},
        status,
        {{"user", "subject"}, tr("Subject"), FieldKind::Word, tr("The user it is for"), 120},
        {{"room", "rooms"}, tr("Rooms"), FieldKind::List, tr("The rooms that it may join"), 170},
        {{"scope", "scopes"}, tr("Scopes"), FieldKind::List, tr("What it allows"), 130},
        {{"expires"}, tr("Expires"), FieldKind::Time, tr("Until when it is valid"), 140},
        timeLeft,
        lastUsed,
        {{"created"},
         tr("Created"),
         FieldKind::Time,
         tr("When it was issued. Filters compare how long ago that is"),
         140},
        {{"kind"},
         tr("Kind"),
         FieldKind::Word,
         tr("issued: by this server; foreign: of somebody else, known because it was revoked"),
         80},
        {{"id", "jti"}, tr("Id"), FieldKind::Word, tr("What it is revoked by"), 200},
    };
}

TokensModel::TokensModel(QObject *parent)
    : RecordTable(makeColumns(), parent)
{ }

QVariant TokensModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isText(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    return RecordTable::headerData(section, orientation, role);
}

void TokensModel::setTokens(const QList<TokenRecord> &tokens)
{
    QSet<QByteArray> gone;
    for (const QByteArray &id : ids())
        gone.insert(id);
    for (const TokenRecord &token : tokens) {
        gone.remove(token.id);
        const TokenRow *known = find(token.id);
        if (!known || !isSame(known->record, token))
            putToken(token);
    }
    for (const QByteArray &id : std::as_const(gone))
        remove(id);
    commit();
}

void TokensModel::takeOver(const TokensModel &other)
{
    other.forEach([this](const QByteArray &id, const TokenRow &row) { put(id, row); });
    commit();
}

void TokensModel::setToken(const TokenRecord &token)
{
    putToken(token);
    commit();
}

void TokensModel::putToken(const TokenRecord &token)
{
    TokenRow row{token, token.name.toUtf8(), {}};
    if (token.scopes.testFlag(Scope::Subscribe))
        row.scopes << "subscribe";
    if (token.scopes.testFlag(Scope::Publish))
        row.scopes << "publish";
    if (token.scopes.testFlag(Scope::Admin))
        row.scopes << "admin";
    put(token.id, row);
}

State TokensModel::stateOf(const TokenRecord &record, qint64 nowMs)
{
    if (record.revokedAt)
        return State::Revoked;
    const qint64 left = toMs(record.expiresAt) - nowMs;
    if (left <= 0)
        return State::Expired;
    if (record.isKeyGone)
        return State::KeyGone;
    return left < SoonSeconds * 1000 ? State::ExpiresSoon : State::Active;
}

QString TokensModel::stateText(State state)
{
    switch (state) {
    case State::Active:
        return tr("active");
    case State::ExpiresSoon:
        return tr("expires < 7 d");
    case State::Expired:
        return tr("expired");
    case State::KeyGone:
        return tr("key is gone");
    case State::Revoked:
        break;
    }
    return tr("revoked");
}

FieldValue TokensModel::recordValue(const TokenRow &row, int column) const
{
    const TokenRecord &record = row.record;
    const qint64 time = now() > 0 ? now() : QDateTime::currentMSecsSinceEpoch();
    switch (column) {
    case Name:
        return row.name;
    case Kind:
        return record.isForeign ? QByteArrayView("foreign") : QByteArrayView("issued");
    case User:
        return record.user;
    case Rooms:
        return record.hasRooms ? FieldValue(record.rooms) : FieldValue();
    case TokenScopes:
        return row.scopes;
    case Created:
        return record.isForeign ? FieldValue() : timeValue(record.createdAt);
    case Expires:
        return timeValue(record.expiresAt);
    case TimeLeft:
        return FieldValue::number(double(toMs(record.expiresAt) - time) / 1000);
    case LastUsed:
        return timeValue(record.lastUsedAt);
    case Status:
        return stateKey(stateOf(record, time));
    case Id:
        return record.id;
    default:
        return {};
    }
}

QVariant TokensModel::decoration(RowSlot slot, int column, int role) const
{
    const TokenRow &row = record(slot);
    if (role == Qt::TextAlignmentRole && isText(column))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    const State state = stateOf(row.record, QDateTime::currentMSecsSinceEpoch());
    if (column == Status && role == Qt::DisplayRole)
        return stateText(state);
    if (column == Status && role == Qt::DecorationRole)
        return stateIcon(state);
    if (column == Kind && role == Qt::DisplayRole)
        return row.record.isForeign ? tr("foreign") : tr("issued");
    if (column == LastUsed && role == Qt::DisplayRole && !row.record.lastUsedAt
        && !row.record.isForeign)
        return tr("never");
    if (column == Rooms && role == Qt::DisplayRole && !row.record.isForeign) {
        if (!row.record.hasRooms)
            return tr("default");
        if (row.record.rooms.isEmpty())
            return tr("none");
        return QString::fromUtf8(row.record.rooms.mid(0, 20).join(", "));
    }
    if (column == TokenScopes && role == Qt::DisplayRole)
        return QString::fromUtf8(row.scopes.join(", "));
    if (role == Qt::ForegroundRole && state != State::Active && state != State::ExpiresSoon)
        return Theme::color(Theme::Role::Muted);
    if (column == Id && role == Qt::FontRole)
        return Theme::fixedFont();
    return {};
}

} // namespace Signalbox
