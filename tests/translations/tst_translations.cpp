// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace {

/// One message of a catalogue (a .ts file).
struct Entry
{
    QString context;
    QString source;
    QString comment;
    QString state; // the attribute "type": none when it is finished
    QStringList forms;
    bool hasPlural = false;

    QString key() const
    {
        return context + u'|' + source + u'|' + comment
            + (hasPlural ? QStringLiteral("|n") : QString());
    }
};

Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.hasPlural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            entry.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            entry.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entry.state = xml.attributes().value(QLatin1String("type")).toString();
            if (!entry.hasPlural) {
                entry.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                entry.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> readCatalogue(const QString &language)
{
    QFile file(QStringLiteral(CATALOGUES "/signalbox_%1.ts").arg(language));
    QList<Entry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                entries.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QStringList languages()
{
    QStringList result;
    const QStringList names =
        QDir(QStringLiteral(CATALOGUES)).entryList({QStringLiteral("signalbox_*.ts")}, QDir::Files);
    for (const QString &name : names)
        result.append(name.section(u'_', 1).section(u'.', 0, 0));
    return result;
}

/// The parts of \a text that match \a pattern, each once, in the order of the alphabet.
QStringList parts(const QString &text, const char *pattern)
{
    QStringList result;
    QRegularExpressionMatchIterator match =
        QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (match.hasNext())
        result.append(match.next().captured());
    result.removeDuplicates();
    result.sort();
    return result;
}

constexpr const char *Placeholder = "%L?(n|[0-9]{1,2})";
constexpr const char *Tag = "</?[a-z]+[^>]*>";

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral("(?<!&)&(?!&|\\s|[a-z]+;)(?=\\S)"));
    return text.contains(mnemonic);
}

/// What is left of a text whose meaning is in its words.
bool hasWords(QString text)
{
    static const QRegularExpression placeholder{QLatin1String(Placeholder)};
    static const QRegularExpression letter(QStringLiteral("\\p{L}"));
    return text.remove(placeholder).contains(letter);
}

/// Texts that may be the same in a language: "de,es text" or "* text" in a line.
QSet<QString> allowed(const QString &language)
{
    QFile file(QStringLiteral(SAME_FILE));
    QSet<QString> result;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return result;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString who = line.section(u' ', 0, 0);
        if (line.startsWith(u'#') || (who != u"*" && !who.split(u',').contains(language)))
            continue;
        result.insert(line.section(u' ', 1).replace(QStringLiteral("\\n"), QStringLiteral("\n")));
    }
    return result;
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFinished_data() { addLanguages(); }
    void isFinished();
    void keepsPlaceholders_data() { addLanguages(); }
    void keepsPlaceholders();
    void keepsForm_data() { addLanguages(); }
    void keepsForm();
    void isTranslated_data() { addLanguages(false); }
    void isTranslated();
    void hasTheSameTexts_data() { addLanguages(false); }
    void hasTheSameTexts();
    void tellsWordsFromSigns();

private:
    static void addLanguages(bool withEnglish = true);
    /// Says which of the entries of the row's language are complained about, and fails.
    template <typename Complaint>
    static void judge(Complaint complaint);
};

void tst_Translations::addLanguages(bool withEnglish)
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages()) {
        if (withEnglish || language != u"en")
            QTest::newRow(qPrintable(language)) << language;
    }
}

template <typename Complaint>
void tst_Translations::judge(Complaint complaint)
{
    QFETCH(QString, language);
    const QList<Entry> entries = readCatalogue(language);
    QVERIFY2(!entries.isEmpty(), "no catalogue, or no XML");
    QStringList complaints;
    for (const Entry &entry : entries) {
        const QString text = complaint(entry);
        if (!text.isEmpty())
            complaints.append(
                QStringLiteral("%1: \"%2\": %3").arg(entry.context, entry.source, text));
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
}

void tst_Translations::initTestCase()
{
    const QStringList found = languages();
    for (const char *language : {"de", "en", "es", "zh_CN"})
        QVERIFY2(found.contains(QLatin1String(language)), language);
}

void tst_Translations::isFinished()
{
    QFETCH(QString, language);
    const qsizetype forms = language.startsWith(u"zh") ? 1 : 2;
    judge([forms](const Entry &entry) -> QString {
        if (!entry.state.isEmpty())
            return entry.state;
        if (entry.forms.size() != (entry.hasPlural ? forms : 1))
            return QStringLiteral("has %1 forms").arg(entry.forms.size());
        for (const QString &form : entry.forms) {
            if (form.trimmed().isEmpty())
                return QStringLiteral("is empty");
        }
        return {};
    });
}

void tst_Translations::keepsPlaceholders()
{
    judge([](const Entry &entry) -> QString {
        for (const QString &form : entry.forms) {
            if (parts(form, Placeholder) != parts(entry.source, Placeholder)
                || parts(form, Tag) != parts(entry.source, Tag))
                return form;
        }
        return {};
    });
}

/// What the window's makers meant by a text's signs: a key, a dialog to come, a label's colon.
void tst_Translations::keepsForm()
{
    judge([](const Entry &entry) -> QString {
        const QString &source = entry.source;
        const auto isBlank = [](const QString &text, bool atEnd) {
            return !text.isEmpty() && (atEnd ? text.back() : text.front()).isSpace();
        };
        for (const QString &form : entry.forms) {
            if (hasMnemonic(source) != hasMnemonic(form))
                return QStringLiteral("mnemonic: ") + form;
            if (source.endsWith(u'…') != form.endsWith(u'…'))
                return QStringLiteral("ellipsis: ") + form;
            if (source.endsWith(u':') != (form.endsWith(u':') || form.endsWith(u'：')))
                return QStringLiteral("colon: ") + form;
            if (isBlank(source, false) != isBlank(form, false)
                || isBlank(source, true) != isBlank(form, true))
                return QStringLiteral("blanks: ") + form;
        }
        return {};
    });
}

void tst_Translations::isTranslated()
{
    QFETCH(QString, language);
    QSet<QString> unused = allowed(language);
    const QSet<QString> may = unused;
    judge([&](const Entry &entry) -> QString {
        if (!entry.forms.contains(entry.source) || !hasWords(entry.source))
            return {};
        unused.remove(entry.source);
        return may.contains(entry.source) ? QString() : QStringLiteral("is English");
    });
    // The list stays as short as it can be.
    QVERIFY2(unused.isEmpty(), qPrintable(QStringList(unused.values()).join(u'\n')));
}

void tst_Translations::hasTheSameTexts()
{
    QFETCH(QString, language);
    const auto keys = [](const QString &of, bool pluralsOnly) {
        QSet<QString> result;
        for (const Entry &entry : readCatalogue(of)) {
            if (!pluralsOnly || entry.hasPlural)
                result.insert(entry.key());
        }
        return result;
    };
    const auto compare = [](const QSet<QString> &left, const QSet<QString> &right) {
        const QSet<QString> difference = (left - right) + (right - left);
        QVERIFY2(difference.isEmpty(),
                 qPrintable(u'\n' + QStringList(difference.values()).join(u'\n')));
    };
    compare(keys(language, true), keys(QStringLiteral("en"), false));
    compare(keys(language, false), keys(QStringLiteral("de"), false));
}

void tst_Translations::tellsWordsFromSigns()
{
    QVERIFY(!hasWords(QStringLiteral("%1 · %2 (%Ln)")));
    QVERIFY(hasWords(QStringLiteral("%1 ms")));
    QVERIFY(hasMnemonic(QStringLiteral("&Save")));
    QVERIFY(hasMnemonic(QStringLiteral("保存(&S)")));
    QVERIFY(!hasMnemonic(QStringLiteral("Save && close, this & that, a &gt; b")));
    QCOMPARE(parts(QStringLiteral("%2 of %1, %1, %Ln"), Placeholder),
             (QStringList{QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%Ln")}));
}

QTEST_APPLESS_MAIN(tst_Translations)
#include "tst_translations.moc"
