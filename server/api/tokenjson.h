// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"

#include <QJsonObject>

/// A token's record as `/api/v1/tokens` tells it.
namespace Signalbox::TokenJson {

/// Of a foreign token we know nothing but its id and how long it is to be remembered.
QJsonObject of(const TokenRecord &record);

} // namespace Signalbox::TokenJson
