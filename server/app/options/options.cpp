// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/options.h"

namespace Signalbox {

Options Options::defaults(Environment environment)
{
    Options options;
    options.environment = environment;
    if (environment == Environment::Production) {
        // Qt's Any, unlike AnyIPv6, takes IPv4 too.
        options.hosts = {QHostAddress(QHostAddress::Any)};
        options.allowedOrigins.clear();
        options.requireAuth = true;
        options.logFormat = LogFormat::Json;
    }
    return options;
}

} // namespace Signalbox
