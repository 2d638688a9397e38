// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/workflowdefinition.h"

namespace Signalbox {

namespace {

using Kind = OutputField::Kind;

OutputField reference(const char *name, const char *prefix, qint64 low, qint64 high)
{
    return {name, Kind::Reference, low, high, prefix, {}, true};
}

OutputField integer(const char *name, qint64 low, qint64 high)
{
    return {name, Kind::Integer, low, high, {}, {}, false};
}

OutputField decimal(const char *name, qint64 lowHundredths, qint64 highHundredths)
{
    return {name, Kind::Decimal, lowHundredths, highHundredths, {}, {}, false};
}

OutputField choice(const char *name, const QList<QByteArray> &choices)
{
    return {name, Kind::Choice, 0, 0, {}, choices, false};
}

OutputField flag(const char *name, int percent)
{
    return {name, Kind::Flag, percent, 0, {}, {}, false};
}

OutputField shared(OutputField field)
{
    field.shared = true;
    return field;
}

WorkflowDefinition orderFulfilment()
{
    return {
        .id = "order-fulfilment",
        .name = "Order fulfilment",
        .triggers = {"webhook", "webhook", "manual"},
        .meanGapMs = 3200,
        .nodes =
            {
                {
                    .id = "receive-order",
                    .name = "Receive order",
                    .category = "trigger",
                    .medianMs = 12,
                    .spread = 0.3,
                    .outputs = {reference("order_id", "SO-", 10000, 99999), integer("items", 1, 9),
                                shared(choice("currency", {"EUR", "EUR", "GBP", "USD"}))},
                },
                {
                    .id = "check-stock",
                    .name = "Check stock",
                    .category = "database",
                    .medianMs = 45,
                    .spread = 0.5,
                    .outputs = {flag("in_stock", 94),
                                choice("warehouse", {"Rotterdam", "Lyon", "Leeds"})},
                    .faultPercent = 3,
                    .faults = {{"DatabaseError", "deadlock detected, transaction rolled back"}},
                },
                {
                    .id = "charge-card",
                    .name = "Charge card",
                    .category = "http",
                    .medianMs = 620,
                    .spread = 0.5,
                    .outputs = {reference("payment_id", "pay_", 100000, 999999),
                                shared(decimal("amount", 1290, 48900)), flag("captured", 98)},
                    .faultPercent = 9,
                    .faults = {{"TimeoutError", "payment provider did not answer within 5 s", true},
                               {"HttpError", "payment provider answered 502 Bad Gateway"},
                               {"CardDeclined",
                                "card issuer declined the charge: insufficient funds"}},
                },
                {
                    .id = "reserve-stock",
                    .name = "Reserve stock",
                    .category = "database",
                    .medianMs = 60,
                    .spread = 0.4,
                    .outputs = {integer("rows_updated", 1, 9)},
                    .faultPercent = 2,
                    .faults = {{"DatabaseError", "could not obtain lock on table stock_items"}},
                    .presentPercent = 80,
                },
                {
                    .id = "needs-customs",
                    .name = "Needs customs papers?",
                    .category = "condition",
                    .medianMs = 3,
                    .spread = 0.3,
                    .truePercent = 35,
                },
                {
                    .id = "customs-papers",
                    .name = "Render customs papers",
                    .category = "transform",
                    .medianMs = 240,
                    .spread = 0.4,
                    .outputs = {integer("pages", 1, 4), choice("format", {"pdf"})},
                    .faultPercent = 3,
                    .faults = {{"TemplateError", "no tariff number for an item of the order"}},
                    .maxAttempts = 2,
                    .onlyIfTrue = true,
                },
                {
                    .id = "book-carrier",
                    .name = "Book carrier",
                    .category = "http",
                    .medianMs = 480,
                    .spread = 0.6,
                    .outputs = {choice("carrier", {"DHL", "UPS", "PostNL", "DPD"}),
                                reference("tracking", "TRK", 10000000, 99999999)},
                    .faultPercent = 8,
                    .faults = {{"TimeoutError", "carrier API did not answer within 4 s", true},
                               {"RateLimited", "carrier API answered 429 Too Many Requests"}},
                },
                {
                    .id = "notify-customer",
                    .name = "Notify customer",
                    .category = "notification",
                    .medianMs = 130,
                    .spread = 0.5,
                    .outputs = {choice("channel", {"email", "email", "sms"}), flag("accepted", 99)},
                    .faultPercent = 3,
                    .faults = {{"SmtpError", "451 4.7.1 greylisted, try again later"}},
                },
            },
    };
}

WorkflowDefinition invoiceIntake()
{
    return {
        .id = "invoice-intake",
        .name = "Invoice intake",
        .triggers = {"email", "email", "schedule", "manual"},
        .meanGapMs = 3600,
        .nodes =
            {
                {
                    .id = "fetch-mailbox",
                    .name = "Fetch mailbox",
                    .category = "trigger",
                    .medianMs = 210,
                    .spread = 0.5,
                    .outputs = {reference("message_id", "msg-", 100000, 999999),
                                integer("attachments", 1, 3)},
                    .faultPercent = 3,
                    .faults = {{"ImapError", "connection reset by peer"}},
                },
                {
                    .id = "extract-text",
                    .name = "Extract text",
                    .category = "transform",
                    .medianMs = 380,
                    .spread = 0.6,
                    .outputs = {integer("pages", 1, 12), integer("characters", 900, 24000)},
                    .faultPercent = 2,
                    .faults = {{"ParseError", "attachment is not a valid PDF file"}},
                    .maxAttempts = 2,
                },
                {
                    .id = "read-invoice",
                    .name = "Read invoice",
                    .category = "ai",
                    .medianMs = 1400,
                    .spread = 0.5,
                    .outputs = {reference("invoice_number", "INV-2", 1000, 9999),
                                shared(decimal("total", 4500, 1280000)),
                                decimal("confidence", 71, 99),
                                choice("vendor",
                                       {"Nordwind Logistik", "Atelier Blanc", "Harbour Supplies",
                                        "Kestrel IT"})},
                    .faultPercent = 8,
                    .faults = {{"TimeoutError", "model did not answer within 20 s", true},
                               {"ModelError", "answer is not the JSON that was asked for"}},
                },
                {
                    .id = "confident",
                    .name = "Confident enough?",
                    .category = "condition",
                    .medianMs = 3,
                    .spread = 0.3,
                    .truePercent = 88,
                },
                {
                    .id = "match-purchase-order",
                    .name = "Match purchase order",
                    .category = "database",
                    .medianMs = 85,
                    .spread = 0.5,
                    .outputs = {flag("matched", 82), integer("candidates", 1, 5)},
                    .faultPercent = 3,
                    .faults = {{"DatabaseError", "canceling statement due to statement timeout",
                                true}},
                    .presentPercent = 80,
                    .onlyIfTrue = true,
                },
                {
                    .id = "post-to-ledger",
                    .name = "Post to ledger",
                    .category = "http",
                    .medianMs = 340,
                    .spread = 0.4,
                    .outputs = {integer("ledger_entry", 200000, 299999),
                                choice("account", {"4400", "6815", "3120"})},
                    .faultPercent = 5,
                    .faults = {{"HttpError", "ledger answered 503 Service Unavailable"},
                               {"Conflict", "ledger answered 409: the period is closed"}},
                    .onlyIfTrue = true,
                },
                {
                    .id = "ask-for-approval",
                    .name = "Ask for approval",
                    .category = "notification",
                    .medianMs = 150,
                    .spread = 0.4,
                    .outputs = {choice("approver", {"finance-lead", "office", "controller"})},
                    .faultPercent = 2,
                    .faults = {{"HttpError", "chat service answered 500 Internal Server Error"}},
                    .presentPercent = 45,
                },
            },
    };
}

WorkflowDefinition marketWatch()
{
    return {
        .id = "market-watch",
        .name = "Market watch",
        .triggers = {"schedule"},
        .meanGapMs = 1700,
        .bots = {"bot-alpha", "bot-beta"},
        .strategies = {"momentum", "mean-reversion"},
        .nodes =
            {
                {
                    .id = "tick",
                    .name = "Every minute",
                    .category = "trigger",
                    .medianMs = 4,
                    .spread = 0.3,
                    .outputs = {shared(
                        choice("symbol", {"BTC-EUR", "ETH-EUR", "SOL-EUR", "XRP-EUR"}))},
                },
                {
                    .id = "fetch-candles",
                    .name = "Fetch candles",
                    .category = "http",
                    .medianMs = 170,
                    .spread = 0.6,
                    .outputs = {integer("candles", 60, 240), decimal("last_price", 52000, 9870000)},
                    .faultPercent = 6,
                    .faults = {{"TimeoutError", "exchange did not answer within 2 s", true},
                               {"RateLimited", "exchange answered 429 Too Many Requests"}},
                },
                {
                    .id = "compute-signal",
                    .name = "Compute signal",
                    .category = "transform",
                    .medianMs = 28,
                    .spread = 0.4,
                    .outputs = {decimal("score", -100, 100), decimal("volatility", 4, 92)},
                    .faultPercent = 1,
                    .faults = {{"ValueError", "not enough candles for the window"}},
                    .maxAttempts = 2,
                },
                {
                    .id = "worth-trading",
                    .name = "Worth trading?",
                    .category = "condition",
                    .medianMs = 2,
                    .spread = 0.3,
                    .truePercent = 40,
                },
                {
                    .id = "read-headlines",
                    .name = "Read headlines",
                    .category = "ai",
                    .medianMs = 950,
                    .spread = 0.5,
                    .outputs = {choice("sentiment", {"positive", "neutral", "neutral", "negative"}),
                                decimal("confidence", 50, 98)},
                    .faultPercent = 5,
                    .faults = {{"ModelError", "model is overloaded, try again later"}},
                    .presentPercent = 60,
                    .onlyIfTrue = true,
                },
                {
                    .id = "place-order",
                    .name = "Place order",
                    .category = "trade",
                    .medianMs = 260,
                    .spread = 0.6,
                    .outputs = {choice("side", {"buy", "sell"}), decimal("quantity", 1, 850),
                                decimal("price", 52000, 9870000),
                                reference("exchange_order_id", "X", 1000000, 9999999),
                                choice("state", {"filled", "filled", "partially_filled"})},
                    .faultPercent = 9,
                    .faults = {{"InsufficientFunds", "balance is below the order's value"},
                               {"ExchangeError", "order would cross the price band"},
                               {"TimeoutError", "exchange did not confirm within 3 s", true}},
                    .maxAttempts = 2,
                    .onlyIfTrue = true,
                },
                {
                    .id = "record-position",
                    .name = "Record position",
                    .category = "database",
                    .medianMs = 36,
                    .spread = 0.4,
                    .outputs = {integer("open_positions", 0, 7), decimal("exposure", 0, 2500000)},
                    .faultPercent = 2,
                    .faults = {{"DatabaseError", "connection pool exhausted"}},
                    .onlyIfTrue = true,
                },
            },
    };
}

WorkflowDefinition supportTriage()
{
    return {
        .id = "support-triage",
        .name = "Support triage",
        .triggers = {"webhook", "email"},
        .meanGapMs = 2400,
        .bots = {"bot-beta"},
        .nodes =
            {
                {
                    .id = "new-ticket",
                    .name = "New ticket",
                    .category = "trigger",
                    .medianMs = 9,
                    .spread = 0.3,
                    .outputs = {reference("ticket_id", "T-", 20000, 59999),
                                choice("channel", {"form", "email", "chat"})},
                },
                {
                    .id = "find-customer",
                    .name = "Find customer",
                    .category = "database",
                    .medianMs = 40,
                    .spread = 0.5,
                    .outputs = {reference("customer_id", "C-", 1000, 9999),
                                choice("plan", {"free", "team", "team", "enterprise"})},
                    .faultPercent = 2,
                    .faults = {{"DatabaseError", "connection pool exhausted"}},
                    .presentPercent = 85,
                },
                {
                    .id = "classify",
                    .name = "Classify",
                    .category = "ai",
                    .medianMs = 720,
                    .spread = 0.5,
                    .outputs = {shared(choice("topic",
                                              {"billing", "bug", "how-to", "account", "feature"})),
                                decimal("confidence", 55, 99),
                                choice("language", {"en", "en", "de", "fr", "es"})},
                    .faultPercent = 7,
                    .faults = {{"TimeoutError", "model did not answer within 10 s", true},
                               {"ModelError", "model is overloaded, try again later"}},
                },
                {
                    .id = "search-answers",
                    .name = "Search known answers",
                    .category = "http",
                    .medianMs = 190,
                    .spread = 0.5,
                    .outputs = {integer("hits", 0, 14), decimal("best_score", 20, 97)},
                    .faultPercent = 3,
                    .faults = {{"HttpError", "search answered 504 Gateway Timeout", true}},
                    .presentPercent = 70,
                },
                {
                    .id = "draft-reply",
                    .name = "Draft reply",
                    .category = "ai",
                    .medianMs = 1900,
                    .spread = 0.4,
                    .outputs = {integer("words", 40, 220),
                                choice("tone", {"neutral", "apologetic", "friendly"})},
                    .faultPercent = 6,
                    .faults = {{"ModelError", "answer was cut off at the token limit"},
                               {"TimeoutError", "model did not answer within 20 s", true}},
                    .presentPercent = 55,
                },
                {
                    .id = "assign-team",
                    .name = "Assign team",
                    .category = "http",
                    .medianMs = 140,
                    .spread = 0.4,
                    .outputs = {choice("team", {"first-line", "payments", "platform"}),
                                choice("priority", {"low", "normal", "normal", "high", "urgent"})},
                    .faultPercent = 4,
                    .faults = {{"HttpError", "help desk answered 502 Bad Gateway"}},
                },
                {
                    .id = "tell-team",
                    .name = "Tell the team",
                    .category = "notification",
                    .medianMs = 110,
                    .spread = 0.4,
                    .outputs = {flag("delivered", 99)},
                    .faultPercent = 2,
                    .faults = {{"HttpError", "chat service answered 500 Internal Server Error"}},
                    .presentPercent = 60,
                },
            },
    };
}

} // namespace

const QList<WorkflowDefinition> &demoWorkflows()
{
    static const QList<WorkflowDefinition> workflows{orderFulfilment(), invoiceIntake(),
                                                     marketWatch(), supportTriage()};
    return workflows;
}

} // namespace Signalbox
