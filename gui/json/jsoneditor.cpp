// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsoneditor.h"

#include "common/protocol/json.h"
#include "common/protocol/jsonindent.h"
#include "common/protocol/jsonlocation.h"
#include "common/protocol/jsontext.h"
#include "gui/json/jsontextedit.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto TypingPause = 200ms;
constexpr qsizetype MaxIndented = 16 * 1024 * 1024;

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , m_edit(new JsonTextEdit)
    , m_icon(new IconLabel(16))
    , m_message(new QLabel)
    , m_format(new QToolButton)
    , m_timer(new QTimer(this))
{
    m_edit->setAccessibleName(tr("JSON editor"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_format->setText(tr("Format"));
    m_format->setToolTip(
        tr("Indent the text (Ctrl+Shift+F). Numbers and strings stay as written."));
    // Of this editor only: a window may have several.
    new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this, this, &JsonEditor::format,
                  Qt::WidgetWithChildrenShortcut);
    setFocusProxy(m_edit);

    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_icon);
    below->addWidget(m_message, 1);
    below->addWidget(m_format);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit, 1);
    layout->addLayout(below);

    m_timer->setSingleShot(true);
    m_timer->setInterval(TypingPause);
    connect(m_timer, &QTimer::timeout, this, &JsonEditor::validate);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &JsonEditor::handleTextChanged);
    connect(m_edit, &JsonTextEdit::submitted, this, &JsonEditor::submitted);
    connect(m_format, &QToolButton::clicked, this, &JsonEditor::format);
}

QByteArray JsonEditor::json() const
{
    return m_edit->bytes();
}

void JsonEditor::setJson(const QByteArray &json)
{
    QByteArray text = json;
    if (Json::check(json)) {
        if (Json::IndentedText indented = Json::indented(json, MaxIndented); indented.isComplete)
            text = std::move(indented.text);
    }
    m_edit->setBytes(text);
    validate();
}

void JsonEditor::setAccessibleText(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void JsonEditor::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

bool JsonEditor::isEmpty() const
{
    return Json::trimmed(json()).isEmpty();
}

void JsonEditor::handleTextChanged()
{
    m_timer->start();
    Q_EMIT edited();
}

bool JsonEditor::validate()
{
    m_timer->stop();
    const QByteArray text = json();
    const bool isBlank = Json::trimmed(text).isEmpty();
    const Result<Json::Kind> kind = Json::check(text);
    m_isValid = isBlank || kind.has_value();
    if (m_isValid) {
        clearProblem();
    } else {
        showProblem(kind.error().message, Json::errorOffset(text));
    }
    Q_EMIT validated(m_isValid);
    return m_isValid;
}

void JsonEditor::showProblem(const QString &message, qsizetype offset)
{
    if (offset < 0) {
        m_edit->setErrorLine(-1);
        showMessage(message, true);
        return;
    }
    const QByteArray text = json();
    const QByteArray before = text.first(std::min(offset, text.size()));
    const auto line = static_cast<int>(before.count('\n'));
    const QString lineText = QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1));
    m_edit->setErrorLine(line);
    const QLocale locale;
    showMessage(tr("Line %1, column %2: %3")
                    .arg(locale.toString(line + 1), locale.toString(lineText.size() + 1), message),
                true);
}

void JsonEditor::clearProblem()
{
    m_edit->setErrorLine(-1);
    showMessage(m_isValid && !isEmpty() ? tr("Valid JSON") : QString(), false);
}

QString JsonEditor::message() const
{
    return m_message->text();
}

int JsonEditor::errorLine() const
{
    return m_edit->errorLine();
}

void JsonEditor::showMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    m_icon->setIcon(text.isEmpty()
                        ? QIcon()
                        : Tone::icon(isError ? Console::Tone::Error : Console::Tone::Success));
}

void JsonEditor::format()
{
    if (validate() && !isEmpty())
        setJson(json());
    m_edit->setFocus();
}

} // namespace Signalbox
