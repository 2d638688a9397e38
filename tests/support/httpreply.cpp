// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpreply.h"

namespace Signalbox::Test {

QByteArray HttpReply::value(const QByteArray &name) const
{
    QByteArray joined;
    for (const auto &[fieldName, value] : fields) {
        if (fieldName == name)
            joined = joined.isNull() ? value : joined + ", " + value;
    }
    return joined;
}

int HttpReply::count(const QByteArray &name) const
{
    int count = 0;
    for (const auto &field : fields)
        count += field.first == name ? 1 : 0;
    return count;
}

HttpReply takeReply(QByteArray &bytes, bool hasBody)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    HttpReply reply;
    qsizetype start = bytes.indexOf("\r\n") + 2;
    reply.statusLine = bytes.first(start - 2);
    while (start < headEnd) {
        const qsizetype end = bytes.indexOf("\r\n", start);
        const QByteArray line = bytes.sliced(start, end - start);
        const qsizetype colon = line.indexOf(':');
        reply.fields.emplaceBack(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        start = end + 2;
    }
    const int status = reply.statusLine.mid(9, 3).toInt();
    const bool isBodiless = !hasBody || status < 200 || status == 204 || status == 304;
    const qsizetype size = isBodiless ? 0 : reply.value("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + size)
        return {};
    reply.status = status;
    reply.body = bytes.sliced(headEnd + 4, size);
    bytes.remove(0, headEnd + 4 + size);
    return reply;
}

} // namespace Signalbox::Test
