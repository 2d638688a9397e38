// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace Signalbox::Bench {

enum class Subcommand { Cycle, Broadcast, Ingest, Idle, Connect, Slow };

/// What the clients speak. Mixed: they take turns at Socket.IO, Rooms and Plain.
enum class Protocol { SocketIo, Rooms, Plain, Mixed, Nats };

/// How clients leave: with a farewell and a close frame, with TCP's FIN alone, or every other.
enum class Leaving { Polite, Bare, Both };

/// What the command line says.
struct BenchOptions
{
    Subcommand subcommand = Subcommand::Cycle;
    bool helpWanted = false;
    QString helpText;

    QString host = QStringLiteral("127.0.0.1"); ///< an IPv4 address
    quint16 port = 0;
    Protocol protocol = Protocol::SocketIo;
    Leaving leaving = Leaving::Both;
    quint16 controlPort = 0; ///< where the number of clients is asked for; as port by default
    pid_t pid = 0;
    QByteArray path = "/socket.io/";
    QByteArray token;
    QString publishHost; ///< as host, unless --publish-url says otherwise
    quint16 publishPort = 0;
    QByteArray publishPath = "/api/v1/events";
    QString jsonFile;
    double timeout = 60; ///< seconds, for each step

    int clients = 1000;
    int cycles = 3; ///< cycle, connect
    int rooms = 100; ///< broadcast: over which clients are spread; idle: of each client
    int eventsPerRoom = 5;
    double maxGrowth = 5; ///< percent

    int window = 1;
    int events = 1000;
    int warmup = 50;
    int size = 256;
    double rate = 0; ///< events per second; 0: as fast as the window allows

    int connections = 16; ///< ingest
    int batch = 1; ///< events in a request
    int slowReaders = 10;

    double duration = 0; ///< seconds; idle: of watching, broadcast: at most, ingest: of publishing
};

/// Errors: Configuration, with a message for the person.
Result<BenchOptions> parseBenchOptions(const QStringList &arguments);

} // namespace Signalbox::Bench
