// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/options.h"

namespace Signalbox {

/// The operator's token, and where it is to be found.
struct AdminToken
{
    QByteArray token;
    QString path; ///< of the file in the data folder, to be told at start; empty if it was given

    /// The one that was given, else the random one of the data folder, made if need be; asking
    /// again after SIGHUP finds a new one if somebody removed the file. Errors as DataFolder.
    static Result<AdminToken> of(const Options &options);
    /// The same, but without making one: then the token is empty and the path tells where it will
    /// be.
    static Result<AdminToken> look(const Options &options);
};

} // namespace Signalbox
