// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Signalbox {

class Router;

/// `GET /client`, the browser test client out of the resources, and `GET /`, which leads there.
namespace ClientPage {

void addTo(Router &router);

} // namespace ClientPage

} // namespace Signalbox
