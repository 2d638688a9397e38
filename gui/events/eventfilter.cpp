// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventfilter.h"

#include <QCoreApplication>

namespace Signalbox {

FilterSchema eventSchema()
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("Signalbox::EventFields", source);
    };
    FilterSchema schema;
    schema.fields = {
        {{"type"},
         FieldKind::Word,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "Type, such as workflow.*"))},
        {{"room", "rooms"},
         FieldKind::List,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "A room that it goes to"))},
        {{"user"},
         FieldKind::Word,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "The user that it is for"))},
        {{"id", "event_id"},
         FieldKind::Word,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "Event id"))},
        {{"recipients"},
         FieldKind::Count,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "Connections that it was delivered to"))},
        {{"size"},
         FieldKind::Bytes,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "Bytes of its body"))},
        {{"text", "body"},
         FieldKind::Text,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "Something in its body"))},
        {{"age", "time"},
         FieldKind::Time,
         text(QT_TRANSLATE_NOOP("Signalbox::EventFields", "How long ago it was accepted"))},
    };
    return schema;
}

FieldValue EventFields::value(int field) const
{
    const Event &event = m_observed.event;
    switch (field) {
    case Type:
        return event.type;
    case Room:
        return event.rooms;
    case User:
        return event.user;
    case Id:
        if (m_id.isNull())
            m_id = event.id.toText();
        return m_id;
    case Recipients:
        return FieldValue::number(double(m_observed.recipients));
    case Size:
        return FieldValue::number(double(event.body.size()));
    case Text:
        return event.body;
    case Time:
        return FieldValue::number(double(m_observed.acceptedAt.toMSecsSinceEpoch()));
    default:
        return {};
    }
}

} // namespace Signalbox
