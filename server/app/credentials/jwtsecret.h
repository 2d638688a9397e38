// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/options.h"

namespace Signalbox {

/// The secrets of our own tokens, and where they are to be found.
struct JwtSecret
{
    /// What to do if none was given, and the data folder has none yet.
    enum class IfMissing {
        Make, ///< as a server that starts
        LeaveOut, ///< as who only wants to look; there is a path and no secret then
    };

    QList<QByteArray> secrets; ///< the first one signs
    QString path; ///< of the file in the data folder; empty if they were given
    bool isNew = false; ///< it was made just now

    /// Those that were given, else the random one of the data folder. Errors as DataFolder.
    static Result<JwtSecret> of(const Options &options, IfMissing ifMissing = IfMissing::Make);
    /// The only one of those before that stays good when rotate() is called. Errors as that.
    static Result<QByteArray> keptByRotation(const Options &options);
    /// Makes a new one in the data folder; of those before only the last one is good from now on,
    /// and signs no more. BadRequest if they were given. Errors as DataFolder.
    static Result<void> rotate(const Options &options);
};

} // namespace Signalbox
