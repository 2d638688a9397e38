// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

#include <functional>

namespace Signalbox {

/// The language of the console: the application's catalogue, Qt's own, and how numbers are written.
///
/// Texts that are on the screen stay as they are: whoever hears changed() makes them again.
class Language final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString code; ///< "de", "zh_CN"; empty: the system's
        QString name; ///< in that language itself
    };
    /// Loads the application's catalogue of a locale in the place of the one that is loaded.
    using Loader = std::function<void(const QLocale &)>;

    explicit Language(Loader loader, QObject *parent = nullptr);

    /// The system's, and those that there is a catalogue of.
    [[nodiscard]] static QList<Entry> available();
    void set(const QString &code);
    [[nodiscard]] const QString &code() const { return m_code; }

Q_SIGNALS:
    void changed();

private:
    Loader m_loader;
    QString m_code;
    QTranslator m_qt;
};

} // namespace Signalbox
