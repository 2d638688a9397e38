// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"
#include "common/monitor/huboperator.h"
#include "gui/publish/eventdraft.h"
#include "gui/view.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTabWidget;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class IconLabel;
class JsonEditor;
class JsonView;
class MembersView;
class PublishHistory;

/// Where an operator writes an event and publishes it: by its parts, or as a whole. It is checked
/// by the server's rules as it is written.
class PublishView final : public View
{
    Q_OBJECT

public:
    explicit PublishView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Publish"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("publish"); }
    void activate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] QList<QAction *> paletteActions() const override { return m_actions; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

    /// Takes an event, or an array of events, to be edited. Empty: begins a new one.
    void compose(const QByteArray &json);
    void publish();
    void requestRecipients();

    /// What would be published now.
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] QString resultText() const;

    [[nodiscard]] JsonEditor *editor() const { return m_editor; }
    [[nodiscard]] MembersView *recipients() const { return m_recipients; }
    [[nodiscard]] PublishHistory *history() const { return m_history; }

private:
    QWidget *makeForm();
    QWidget *makeSide();
    void fillTypes();
    void setWhole(bool whole);
    void setDraft(const EventDraft &draft);
    [[nodiscard]] EventDraft draft() const;
    [[nodiscard]] QByteArray type() const;
    void handleTypeChosen();
    void insertExample();
    void updateTarget();
    void updatePreview();
    void updatePermission();
    [[nodiscard]] std::optional<Error> fault() const;
    /// Shows the fault; true if there is none.
    [[nodiscard]] bool checkEvent(bool takesFocus);
    /// Says what is wrong, where it is.
    void showError(const Error &error, bool takesFocus);
    void showResult(const QString &text, bool isError);
    void handlePublished(const QByteArray &json, const Result<PublishResult> &answer);

    QCheckBox *m_whole;
    QComboBox *m_type;
    QPushButton *m_example;
    QComboBox *m_target;
    QLineEdit *m_address;
    QLabel *m_idsHint; ///< in its place, if there is nothing to be written
    QWidget *m_fields;
    QLabel *m_bodyLabel;
    JsonEditor *m_editor;
    QTabWidget *m_side;
    JsonView *m_preview;
    MembersView *m_recipients;
    PublishHistory *m_history;
    QSplitter *m_splitter;
    IconLabel *m_resultIcon;
    QLabel *m_result;
    QPushButton *m_who;
    QPushButton *m_publish;
    QTimer *m_checkTimer;
    QList<QAction *> m_actions;
    QByteArray m_exampleText; ///< what was inserted last: it may be replaced
    std::optional<QByteArray> m_faulty; ///< the event that the result complains about
    QString m_refusal; ///< why nothing may be published; empty if it may
    bool m_isWhole = false;
    bool m_isWaiting = false; ///< for the server's answer
};

} // namespace Signalbox
