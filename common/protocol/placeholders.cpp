// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/placeholders.h"

#include "common/protocol/json.h"
#include "common/protocol/jsontext.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Signalbox::SocketIo {

namespace {

/// One open array or object on the way through the payload.
struct Level
{
    enum class Key { Other, Placeholder, Num };
    Key key = Key::Other; ///< of the member whose value comes next
    bool isPlaceholder = false;
    bool hasNum = false;
    bool hasBadNum = false; ///< a key may come twice: then each has to be right

    [[nodiscard]] bool isValid() const { return !isPlaceholder || (hasNum && !hasBadNum); }

    void take(QByteArrayView value, int attachments)
    {
        if (key == Key::Placeholder) {
            isPlaceholder = isPlaceholder || value == "true";
        } else if (key == Key::Num) {
            hasNum = true;
            hasBadNum = hasBadNum || !placeholderIndex(value, attachments);
        }
        key = Key::Other;
    }
};

Level::Key keyOf(QByteArrayView string)
{
    const QByteArray text = Json::unquoted(string);
    if (text == "_placeholder")
        return Level::Key::Placeholder;
    return text == "num" ? Level::Key::Num : Level::Key::Other;
}

bool endsScalar(char c)
{
    return Json::isSpace(c) || c == ',' || c == ']' || c == '}';
}

} // namespace

bool placeholdersAreValid(QByteArrayView payload, int attachments)
{
    QVarLengthArray<Level, Json::MaxDepth + 1> levels(1); // the first is around everything
    for (qsizetype i = 0; i < payload.size();) {
        const char c = payload[i];
        if (Json::isSpace(c) || c == ',' || c == ':') {
            ++i;
        } else if (c == '[' || c == '{') {
            levels.last().take(payload.sliced(i, 1), attachments);
            levels.append(Level());
            ++i;
        } else if (c == ']' || c == '}') {
            if (levels.size() == 1 || !levels.last().isValid())
                return false;
            levels.removeLast();
            ++i;
        } else if (c == '"') {
            const qsizetype end = Json::stringEnd(payload, i);
            if (end < 0)
                return false;
            const QByteArrayView string = payload.sliced(i, end - i);
            i = end;
            while (i < payload.size() && Json::isSpace(payload[i]))
                ++i;
            if (i < payload.size() && payload[i] == ':')
                levels.last().key = keyOf(string);
            else
                levels.last().take(string, attachments);
        } else {
            const auto *end = std::find_if(payload.begin() + i, payload.end(), endsScalar);
            const qsizetype size = end - payload.begin() - i;
            levels.last().take(payload.sliced(i, size), attachments);
            i += size;
        }
    }
    return true;
}

std::optional<int> placeholderIndex(QByteArrayView number, int attachments)
{
    const bool digits =
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number.isEmpty() || number.size() > 9 || !digits)
        return {};
    int index = 0;
    for (const char c : number)
        index = index * 10 + (c - '0');
    if (index >= attachments)
        return {};
    return index;
}

QByteArray placeholder(qsizetype index)
{
    return R"({"_placeholder":true,"num":)" + QByteArray::number(qlonglong(index)) + '}';
}

} // namespace Signalbox::SocketIo
