// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/fuzzymatch.h"

namespace Signalbox {

int fuzzyScore(QStringView pattern, QStringView text)
{
    int score = 1;
    qsizetype position = 0;
    qsizetype previous = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        const QChar folded = wanted.toCaseFolded();
        // The next beginning of a word is worth a look ahead; else the next letter that fits.
        qsizetype found = -1;
        for (qsizetype i = position; i < text.size(); ++i) {
            if (text.at(i).toCaseFolded() != folded)
                continue;
            if (found < 0)
                found = i;
            if (i == previous + 1) {
                found = i;
                break;
            }
            if (i == 0 || !text.at(i - 1).isLetterOrNumber()) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return 0;
        score += 1;
        if (found == previous + 1)
            score += 4;
        if (found == 0)
            score += 4;
        else if (!text.at(found - 1).isLetterOrNumber())
            score += 3;
        previous = found;
        position = found + 1;
    }
    return score;
}

} // namespace Signalbox
