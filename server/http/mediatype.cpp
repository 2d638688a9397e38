// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mediatype.h"

#include <QList>

#include <cmath>

namespace Signalbox::MediaType {

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

int quality(const QByteArray &accept, const QByteArray &mediaType)
{
    if (accept.trimmed().isEmpty())
        return 1000;
    const QByteArray anyOfType = mediaType.split('/').first() + "/*";
    int best = 0;
    int bestPrecision = 0;
    for (const QByteArray &entry : accept.split(',')) {
        const QList<QByteArray> parts = entry.split(';');
        const QByteArray range = parts.first().trimmed().toLower();
        const int precision = range == mediaType ? 3
            : range == anyOfType                 ? 2
            : range == "*/*"                     ? 1
                                                 : 0;
        if (precision <= bestPrecision)
            continue;
        double weight = 1;
        for (const QByteArray &parameter : parts.sliced(1)) {
            const QByteArray text = parameter.trimmed().toLower();
            if (!text.startsWith("q="))
                continue;
            bool isNumber = false;
            const double value = text.sliced(2).toDouble(&isNumber);
            weight = isNumber && value >= 0 && value <= 1 ? value : 0;
        }
        best = int(std::lround(weight * 1000));
        bestPrecision = precision;
    }
    return best;
}

} // namespace Signalbox::MediaType
