// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"
#include "gui/tables/recordtable.h"

namespace Signalbox {

struct TokenRow
{
    TokenRecord record;
    QByteArray name; ///< UTF-8
    QList<QByteArray> scopes;
};

/// The tokens that the server knows: those it has issued, and those of others that were revoked.
class TokensModel final : public RecordTable<TokenRow>
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Status,
        User,
        Rooms,
        TokenScopes,
        Expires,
        TimeLeft,
        LastUsed,
        Created,
        Kind,
        Id,
        ColumnCount
    };
    enum class State { Active, ExpiresSoon, Expired, KeyGone, Revoked };
    /// ExpiresSoon from then on.
    static constexpr qint64 SoonSeconds = 7 * 24 * 3600;

    explicit TokensModel(QObject *parent = nullptr);

    /// These are all there are now.
    void setTokens(const QList<TokenRecord> &tokens);
    void setToken(const TokenRecord &token);
    /// Copies all that is in \a other.
    void takeOver(const TokensModel &other);

    /// At \a nowMs since 1970.
    [[nodiscard]] static State stateOf(const TokenRecord &record, qint64 nowMs);
    [[nodiscard]] static QString stateText(State state);

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] FieldValue recordValue(const TokenRow &row, int column) const override;
    [[nodiscard]] QVariant decoration(RowSlot slot, int column, int role) const override;

private:
    [[nodiscard]] static QList<TableColumn> makeColumns();
    void putToken(const TokenRecord &token);
};

} // namespace Signalbox
