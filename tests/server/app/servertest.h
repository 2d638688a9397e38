// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/credentials/credentials.h"
#include "server/app/options/options.h"
#include "tests/server/api/testcall.h"

#include <QTemporaryDir>

/// What the tests of whole servers share.
namespace Signalbox::Test {

/// A free port of the loopback interface, and a data folder for the program's life.
inline Options testOptions()
{
    Options options = Options::defaults(Environment::Development);
    options.hosts = {QHostAddress(QHostAddress::LocalHost)};
    options.port = 0;
    static const QTemporaryDir folder;
    options.dataFolder = folder.path();
    return options;
}

/// Nobody but the operator has a credential.
inline Credentials operatorOnly(const QByteArray &token)
{
    Credentials credentials;
    credentials.admin.token = token;
    return credentials;
}

inline TestAnswer publish(quint16 port, const QByteArray &json, const QByteArray &headers = {})
{
    return testCall(port, "POST", "/api/v1/events", "Content-Type: application/json\r\n" + headers,
                    json);
}

} // namespace Signalbox::Test
