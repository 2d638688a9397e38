// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timestamp.h"

#include <array>
#include <cstdio>

namespace Signalbox::Timestamp {

QString now()
{
    return of(std::chrono::system_clock::now());
}

QString of(std::chrono::system_clock::time_point time)
{
    using namespace std::chrono;
    // QDateTime would look at /etc/localtime for each of them.
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<milliseconds>(time - day));
    std::array<char, 40> text;
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                      int(date.year()), unsigned(date.month()), unsigned(date.day()),
                      int(clock.hours().count()), int(clock.minutes().count()),
                      int(clock.seconds().count()), int(clock.subseconds().count()));
    return QString::fromLatin1(text.data(), length);
}

} // namespace Signalbox::Timestamp
