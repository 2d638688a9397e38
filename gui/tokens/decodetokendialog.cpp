// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/decodetokendialog.h"

#include "gui/json/jsonview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int DelayMs = 150; // while one types

} // namespace

DecodeTokenDialog::DecodeTokenDialog(HubOperator &hubOperator, QWidget *parent)
    : QDialog(parent)
    , m_operator(hubOperator)
    , m_token(new QPlainTextEdit)
    , m_icon(new IconLabel(20))
    , m_verdict(new QLabel)
    , m_claims(new JsonView)
    , m_timer(new QTimer(this))
{
    setWindowTitle(tr("Decode and verify a token"));
    auto *label = new QLabel(tr("&Token:"));
    label->setBuddy(m_token);
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setPlaceholderText(tr("Paste a token here. It stays on this machine."));
    m_token->setTabChangesFocus(true);
    m_token->setWordWrapMode(QTextOption::WrapAnywhere);
    m_token->setFont(Theme::fixedFont());
    m_token->setFixedHeight(5 * m_token->fontMetrics().lineSpacing() + 16);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setAccessibleName(tr("Verdict"));
    m_claims->setObjectName(QStringLiteral("claims"));
    m_claims->setAccessibleText(tr("Header and claims"));
    m_claims->setPlaceholderText(tr("Header and claims of a JWT are shown here."));
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(8);
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_token);
    layout->addLayout(verdict);
    layout->addWidget(m_claims, 1);
    layout->addWidget(buttons);
    resize(560, 520);

    m_timer->setSingleShot(true);
    m_timer->setInterval(DelayMs);
    connect(m_timer, &QTimer::timeout, this, &DecodeTokenDialog::decode);
    connect(m_token, &QPlainTextEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_token->setFocus();
}

void DecodeTokenDialog::decode()
{
    QByteArray token = m_token->toPlainText().toUtf8().simplified();
    if (token.startsWith("Bearer "))
        token = token.sliced(7);
    token.replace(' ', QByteArray()); // of lines that a mail has broken
    const quint64 question = ++m_asked;
    if (token.isEmpty()) {
        m_icon->setIcon({});
        m_verdict->clear();
        m_claims->clear();
        return;
    }
    m_operator.decodeToken(token, this, [this, question](const Result<DecodedToken> &answer) {
        if (question == m_asked)
            handleDecoded(answer);
    });
}

void DecodeTokenDialog::handleDecoded(const Result<DecodedToken> &answer)
{
    const bool isValid = answer && answer->isValid;
    m_icon->setIcon(Tone::icon(isValid ? Console::Tone::Success : Console::Tone::Error));
    m_verdict->setText(answer ? answer->verdict : answer.error().message);
    if (!answer || (answer->header.isEmpty() && answer->claims.isEmpty())) {
        m_claims->clear();
        return;
    }
    m_claims->setJson(QJsonDocument(QJsonObject{{QStringLiteral("header"), answer->header},
                                                {QStringLiteral("claims"), answer->claims}})
                          .toJson());
}

} // namespace Signalbox
