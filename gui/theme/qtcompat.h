// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

/// What Qt 6.4 and 6.8 do differently in the console.
namespace Signalbox::QtCompat {

/// The device pixels of the picture that QIconEngine::scaledPixmap() is asked for by \a size: until
/// Qt 6.8, \a size is that already.
inline QSize devicePixels(const QSize &size, [[maybe_unused]] qreal scale)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return size * scale;
#else
    return size;
#endif
}

} // namespace Signalbox::QtCompat
