<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Signalbox::Alerts</name>
    <message numerus="yes">
        <source>%Ln client(s) did not keep up and were disconnected.</source>
        <translation>
            <numerusform>%Ln client did not keep up and was disconnected.</numerusform>
            <numerusform>%Ln clients did not keep up and were disconnected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CellFormat</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseDialog</name>
    <message numerus="yes">
        <source>%Ln client(s) are connected and would lose their connection. Kept in the tray, the server goes on without a window.</source>
        <translation>
            <numerusform>%Ln client is connected and would lose its connection. Kept in the tray, the server goes on without a window.</numerusform>
            <numerusform>%Ln clients are connected and would lose their connections. Kept in the tray, the server goes on without a window.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfirmDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionActions</name>
    <message numerus="yes">
        <source>Disconnect %n client(s)? They are told not to come back.</source>
        <translation>
            <numerusform>Disconnect %n client? It is told not to come back.</numerusform>
            <numerusform>Disconnect %n clients? They are told not to come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect all %n client(s) that match the filter? They are told not to come back.</source>
        <translation>
            <numerusform>Disconnect the %n client that matches the filter? It is told not to come back.</numerusform>
            <numerusform>Disconnect all %n clients that match the filter? They are told not to come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnected %n client(s).</source>
        <translation>
            <numerusform>Disconnected %n client.</numerusform>
            <numerusform>Disconnected %n clients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall join:</source>
        <translation>
            <numerusform>Room that %n client shall join:</numerusform>
            <numerusform>Room that %n clients shall join:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) joined %1.</source>
        <translation>
            <numerusform>%n client joined %1.</numerusform>
            <numerusform>%n clients joined %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall leave:</source>
        <translation>
            <numerusform>Room that %n client shall leave:</numerusform>
            <numerusform>Room that %n clients shall leave:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n client(s) out of %1?</source>
        <translation>
            <numerusform>Take %n client out of %1?</numerusform>
            <numerusform>Take %n clients out of %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left %1.</source>
        <translation>
            <numerusform>%n client left %1.</numerusform>
            <numerusform>%n clients left %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n client(s).</source>
        <translation>
            <numerusform>Sent to %n client.</numerusform>
            <numerusform>Sent to %n clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionPane</name>
    <message numerus="yes">
        <source>%1 bytes in %n message(s)</source>
        <translation>
            <numerusform>%1 bytes in %n message</numerusform>
            <numerusform>%1 bytes in %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections are selected.</source>
        <translation>
            <numerusform>%n connection is selected.</numerusform>
            <numerusform>%n connections are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyDialog</name>
    <message numerus="yes">
        <source>%Ln client(s) stay connected and get no new events.</source>
        <translation>
            <numerusform>%Ln client stays connected and gets no new events.</numerusform>
            <numerusform>%Ln clients stay connected and get no new events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EventDetails</name>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EventTable</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsModel</name>
    <message numerus="yes">
        <source>%Ln event(s) skipped</source>
        <extracomment>Events that passed and are not in the list.</extracomment>
        <translation>
            <numerusform>%Ln event skipped</numerusform>
            <numerusform>%Ln events skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsView</name>
    <message numerus="yes">
        <source>%Ln event(s) copied</source>
        <translation>
            <numerusform>%Ln event copied</numerusform>
            <numerusform>%Ln events copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %Ln event(s) passed meanwhile.</source>
        <translation>
            <numerusform>Paused. %Ln event passed meanwhile.</numerusform>
            <numerusform>Paused. %Ln events passed meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be shown.</source>
        <translation>
            <numerusform>%Ln of them cannot be shown.</numerusform>
            <numerusform>%Ln of them cannot be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) written to %1</source>
        <translation>
            <numerusform>%Ln event written to %1</numerusform>
            <numerusform>%Ln events written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::LogView</name>
    <message numerus="yes">
        <source>Paused. %n line(s) came since.</source>
        <translation>
            <numerusform>Paused. %n line came since.</numerusform>
            <numerusform>Paused. %n lines came since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came too fast to be shown.</source>
        <translation>
            <numerusform>%n line came too fast to be shown.</numerusform>
            <numerusform>%n lines came too fast to be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MembersView</name>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewView</name>
    <message numerus="yes">
        <source>%Ln connection(s) so far</source>
        <translation>
            <numerusform>%Ln connection so far</numerusform>
            <numerusform>%Ln connections so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishView</name>
    <message numerus="yes">
        <source>Delivered to %Ln connection(s)</source>
        <translation>
            <numerusform>Delivered to %Ln connection</numerusform>
            <numerusform>Delivered to %Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomPanel</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retained event(s)</source>
        <translation>
            <numerusform>%Ln retained event</numerusform>
            <numerusform>%Ln retained events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RunningOptions</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln secret</numerusform>
            <numerusform>%Ln secrets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::Sidebar</name>
    <message numerus="yes">
        <source>%1, %Ln alert(s)</source>
        <translation>
            <numerusform>%1, %Ln alert</numerusform>
            <numerusform>%1, %Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticTokenDialog</name>
    <message numerus="yes">
        <source>A token this short may be guessed: %n character(s) or more are better.</source>
        <translation>
            <numerusform>A token this short may be guessed: %n character or more is better.</numerusform>
            <numerusform>A token this short may be guessed: %n characters or more are better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TableView</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1.</source>
        <translation>
            <numerusform>Wrote %n row to %1.</numerusform>
            <numerusform>Wrote %n rows to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActions</name>
    <message numerus="yes">
        <source>%1: %Ln connection(s)</source>
        <translation>
            <numerusform>%1: %Ln connection</numerusform>
            <numerusform>%1: %Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This closes %Ln connection(s).</source>
        <translation>
            <numerusform>This closes %Ln connection.</numerusform>
            <numerusform>This closes %Ln connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln token(s) for good?</source>
        <translation>
            <numerusform>Revoke %Ln token for good?</numerusform>
            <numerusform>Revoke %Ln tokens for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) revoked.</source>
        <translation>
            <numerusform>%Ln token revoked.</numerusform>
            <numerusform>%Ln tokens revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the one before end now: %Ln listed token(s).</source>
        <translation>
            <numerusform>Those of the one before end now: %Ln listed token.</numerusform>
            <numerusform>Those of the one before end now: %Ln listed tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TrayIcon</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
</TS>
