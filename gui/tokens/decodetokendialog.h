// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class IconLabel;
class JsonView;

/// Takes a token apart that is pasted, and says whether the server accepts it. Nothing of it is
/// kept.
class DecodeTokenDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a hubOperator must outlive this.
    explicit DecodeTokenDialog(HubOperator &hubOperator, QWidget *parent = nullptr);

private:
    void decode();
    void handleDecoded(const Result<DecodedToken> &answer);

    HubOperator &m_operator;
    QPlainTextEdit *m_token;
    IconLabel *m_icon;
    QLabel *m_verdict;
    JsonView *m_claims;
    QTimer *m_timer;
    quint64 m_asked = 0; ///< only the last question's answer counts
};

} // namespace Signalbox
