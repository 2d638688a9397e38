// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/issuetokendialog.h"

#include "common/auth/accesspolicy.h"
#include "common/hub/room.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr qint64 MaxSeconds = 365LL * 24 * 3600;
constexpr qsizetype MaxNameBytes = 255;

QList<QByteArray> words(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[\\s,]+"));
    QList<QByteArray> result;
    for (const QString &word : text.split(separator, Qt::SkipEmptyParts))
        result.append(word.toUtf8());
    return result;
}

} // namespace

IssueTokenDialog::IssueTokenDialog(HubOperator &hubOperator, QWidget *parent)
    : QDialog(parent)
    , m_operator(hubOperator)
    , m_pages(new QStackedWidget)
    , m_user(new QLineEdit)
    , m_name(new QLineEdit)
    , m_limitsRooms(new QCheckBox(tr("&Only these rooms:")))
    , m_rooms(new QLineEdit)
    , m_subscribe(new QCheckBox(tr("&subscribe")))
    , m_publish(new QCheckBox(tr("&publish")))
    , m_admin(new QCheckBox(tr("&admin: may do everything an operator may")))
    , m_lifetime(new QSpinBox)
    , m_unit(new QComboBox)
    , m_problem(new QLabel)
    , m_issue(nullptr)
    , m_token(new QPlainTextEdit)
    , m_copy(new QPushButton(tr("&Copy")))
    , m_summary(new QLabel)
{
    setWindowTitle(tr("Issue a token"));
    m_pages->addWidget(makeForm());
    m_pages->addWidget(makeResult());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_pages);
    m_issue->setDefault(true); // within the dialog: it would not know before
    resize(520, sizeHint().height());
    check();
    m_user->setFocus();
}

QWidget *IssueTokenDialog::makeForm()
{
    m_user->setObjectName(QStringLiteral("user"));
    m_user->setPlaceholderText(tr("such as alice"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("a note for the list, such as “Alice's laptop”"));
    m_rooms->setObjectName(QStringLiteral("rooms"));
    m_rooms->setPlaceholderText(tr("such as project:7 agent:*"));
    m_rooms->setAccessibleName(tr("Rooms"));
    m_rooms->setEnabled(false);
    m_limitsRooms->setObjectName(QStringLiteral("limitsRooms"));
    m_limitsRooms->setToolTip(
        tr("Otherwise it may join every workflow, bot and strategy, and the default rooms."));
    m_subscribe->setChecked(true);
    m_subscribe->setObjectName(QStringLiteral("subscribe"));
    m_publish->setObjectName(QStringLiteral("publish"));
    m_admin->setObjectName(QStringLiteral("admin"));
    m_lifetime->setRange(1, 9999);
    m_lifetime->setAccessibleName(tr("Lifetime"));
    m_lifetime->setObjectName(QStringLiteral("lifetime"));
    m_unit->addItem(tr("minutes"), 60);
    m_unit->addItem(tr("hours"), 3600);
    m_unit->addItem(tr("days"), 24 * 3600);
    m_unit->setCurrentIndex(2);
    m_unit->setAccessibleName(tr("Unit of the lifetime"));
    m_unit->setObjectName(QStringLiteral("unit"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("What is wrong"));
    m_problem->setObjectName(QStringLiteral("problem"));
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_problem->setPalette(colors);
    // Room for two lines, so that the dialog does not jump while one types.
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing() + 2);

    auto *rooms = new QVBoxLayout;
    rooms->setSpacing(4);
    rooms->addWidget(m_limitsRooms);
    rooms->addWidget(m_rooms);
    auto *scopes = new QVBoxLayout;
    scopes->setSpacing(4);
    for (QCheckBox *scope : {m_subscribe, m_publish, m_admin})
        scopes->addWidget(scope);
    auto *lifetime = new QHBoxLayout;
    lifetime->setSpacing(8);
    lifetime->addWidget(m_lifetime);
    lifetime->addWidget(m_unit);
    lifetime->addStretch();

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("S&ubject:"), m_user);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Rooms:"), rooms);
    form->addRow(tr("Scopes:"), scopes);
    auto *lifetimeLabel = new QLabel(tr("&Lifetime:"));
    lifetimeLabel->setBuddy(m_lifetime);
    form->addRow(lifetimeLabel, lifetime);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_issue = buttons->addButton(tr("&Issue"), QDialogButtonBox::AcceptRole);
    m_issue->setObjectName(QStringLiteral("issue"));
    m_issue->setProperty("kind", QStringLiteral("primary"));

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);

    for (QLineEdit *edit : {m_user, m_name, m_rooms})
        connect(edit, &QLineEdit::textChanged, this, &IssueTokenDialog::check);
    for (QCheckBox *box : {m_limitsRooms, m_subscribe, m_publish, m_admin})
        connect(box, &QCheckBox::toggled, this, &IssueTokenDialog::check);
    connect(m_limitsRooms, &QCheckBox::toggled, m_rooms, &QWidget::setEnabled);
    connect(m_lifetime, &QSpinBox::valueChanged, this, &IssueTokenDialog::check);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &IssueTokenDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &IssueTokenDialog::issue);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return page;
}

QWidget *IssueTokenDialog::makeResult()
{
    auto *icon = new IconLabel(24, Theme::icon(QStringLiteral("warning"), Theme::Role::Warning));
    auto *warning = new QLabel(tr("Copy it now: it is shown this once, and kept nowhere."));
    warning->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addWidget(warning, 1);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_token->setReadOnly(true);
    m_token->setTabChangesFocus(true);
    m_token->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_token->setWordWrapMode(QTextOption::WrapAnywhere);
    m_token->setFont(Theme::fixedFont());
    m_token->setAccessibleName(tr("The token"));
    m_token->setObjectName(QStringLiteral("token"));
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setIcon(Theme::icon(QStringLiteral("copy"), Theme::Role::TextOnAccent));
    m_copy->setProperty("kind", QStringLiteral("primary"));
    auto *close = new QPushButton(tr("C&lose"));
    close->setObjectName(QStringLiteral("close"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(close);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_token, 1);
    layout->addLayout(top);
    layout->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &IssueTokenDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

TokenOrder IssueTokenDialog::order() const
{
    TokenOrder order;
    order.user = m_user->text().trimmed().toUtf8();
    order.name = m_name->text().trimmed();
    order.hasRooms = m_limitsRooms->isChecked();
    if (order.hasRooms)
        order.rooms = words(m_rooms->text());
    order.scopes = {};
    order.scopes.setFlag(Scope::Subscribe, m_subscribe->isChecked());
    order.scopes.setFlag(Scope::Publish, m_publish->isChecked());
    order.scopes.setFlag(Scope::Admin, m_admin->isChecked());
    order.lifetime =
        std::chrono::seconds(qint64(m_lifetime->value()) * m_unit->currentData().toInt());
    return order;
}

QString IssueTokenDialog::problem() const
{
    const TokenOrder wanted = order();
    if (wanted.user.isEmpty())
        return tr("A token needs a subject: the user it is for.");
    if (!isValidRoomId(wanted.user))
        return tr("A subject has 1 to 255 bytes, without control characters and *.");
    if (wanted.name.toUtf8().size() > MaxNameBytes)
        return tr("The name is too long.");
    for (const QByteArray &room : wanted.rooms) {
        if (!AccessRules::isValidEntry(room))
            return tr("“%1” is neither a room such as project:7 nor all of a kind such as "
                      "project:*.")
                .arg(QString::fromUtf8(room.left(80)));
    }
    if (!wanted.scopes)
        return tr("Choose one scope at least.");
    if (wanted.lifetime.count() > MaxSeconds)
        return tr("A token lives 365 days at most.");
    return {};
}

void IssueTokenDialog::check()
{
    const QString text = problem();
    // Who has not begun yet need not be told.
    m_problem->setText(m_user->text().isEmpty() && !m_user->isModified() ? QString() : text);
    m_issue->setEnabled(text.isEmpty() && !m_isWaiting);
    m_issue->setToolTip(text);
}

void IssueTokenDialog::issue()
{
    if (m_isWaiting || !problem().isEmpty())
        return;
    m_isWaiting = true;
    check();
    m_operator.issueToken(order(), this,
                          [this](const Result<IssuedToken> &answer) { handleIssued(answer); });
}

void IssueTokenDialog::handleIssued(const Result<IssuedToken> &answer)
{
    m_isWaiting = false;
    check();
    if (!answer) {
        m_problem->setText(answer.error().message);
        return;
    }
    m_token->setPlainText(QString::fromLatin1(answer->token));
    const auto expiry =
        std::chrono::floor<std::chrono::milliseconds>(answer->record.expiresAt).time_since_epoch();
    m_summary->setText(tr("The token of %1, valid until %2:")
                           .arg(QString::fromUtf8(answer->record.user),
                                QLocale().toString(QDateTime::fromMSecsSinceEpoch(expiry.count()),
                                                   QLocale::ShortFormat)));
    setWindowTitle(tr("A token was issued"));
    m_pages->setCurrentIndex(1);
    m_copy->setDefault(true);
    m_copy->setFocus();
    Q_EMIT issued(answer->record);
}

void IssueTokenDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_token->toPlainText());
    m_copy->setText(tr("&Copied"));
    m_copy->setIcon(Theme::icon(QStringLiteral("success"), Theme::Role::TextOnAccent));
}

} // namespace Signalbox
