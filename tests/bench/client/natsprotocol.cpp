// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/benchclient.h"
#include "tests/bench/client/clientprotocol.h"

namespace Signalbox::Bench {

namespace {

/// Lines that end in CRLF, and payloads of a size that a line tells: a stream, whatever the
/// borders of WebSocket messages are.
class NatsProtocol final : public ClientProtocol
{
public:
    [[nodiscard]] QByteArray target() const override { return "/"; }
    [[nodiscard]] QByteArray farewell() const override { return {}; }
    void begin(BenchClient &) const override { } // the server's INFO comes first

    void handleMessage(BenchClient &client, QByteArrayView message) const override
    {
        QByteArray &rest = client.remainder();
        if (rest.isEmpty()) {
            const qsizetype consumed = consume(client, message);
            if (consumed < message.size())
                rest = message.sliced(consumed).toByteArray();
            return;
        }
        rest += message;
        const qsizetype consumed = consume(client, rest);
        rest = rest.sliced(consumed);
    }

private:
    static qsizetype consume(BenchClient &client, QByteArrayView bytes)
    {
        qsizetype position = 0;
        for (;;) {
            const QByteArrayView left = bytes.sliced(position);
            const qsizetype lineEnd = left.indexOf("\r\n");
            if (lineEnd < 0)
                return position;
            const QByteArrayView line = left.first(lineEnd);
            qsizetype size = lineEnd + 2;
            if (line.startsWith("MSG ")) {
                const QByteArrayView digits = line.sliced(line.lastIndexOf(' ') + 1);
                const qsizetype payload = digits.toByteArray().toLongLong();
                if (left.size() < size + payload + 2)
                    return position;
                client.receiveEvent(left.sliced(size, payload));
                size += payload + 2;
            } else {
                handleLine(client, line);
            }
            position += size;
        }
    }

    static void handleLine(BenchClient &client, QByteArrayView line)
    {
        if (line.startsWith("INFO ") && client.stage() == 0) {
            client.setStage(1);
            QByteArray lines = "CONNECT {\"verbose\":false,\"pedantic\":false,\"echo\":false}\r\n";
            int number = 0;
            for (const QByteArray &room : client.expectReplies(1))
                lines += "SUB " + room + ' ' + QByteArray::number(++number) + "\r\n";
            client.sendBinary(lines + "PING\r\n");
        } else if (line == "PONG") {
            client.noteReply();
        } else if (line == "PING") {
            client.sendBinary("PONG\r\n");
        } else if (line.startsWith("-ERR")) {
            client.reject(QStringLiteral("the server reported an error"), line);
        }
    }
};

} // namespace

std::unique_ptr<ClientProtocol> makeNatsProtocol()
{
    return std::make_unique<NatsProtocol>();
}

} // namespace Signalbox::Bench
