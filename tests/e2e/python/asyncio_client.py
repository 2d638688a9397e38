# SPDX-License-Identifier: GPL-3.0-or-later
"""A python-socketio client on asyncio: asyncio_client.py URL polling|websocket|both [TOKEN]

Prints what happens, one JSON object a line, and takes commands the same way from standard input.
"""

import asyncio
import json
import sys

import socketio


def tell(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


async def standard_input():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield json.loads(line)


async def main():
    url, transport = sys.argv[1:3]
    token = sys.argv[3] if len(sys.argv) > 3 else None
    transports = None if transport == "both" else [transport]
    client = socketio.AsyncClient(reconnection_delay=0.05, reconnection_delay_max=0.3, randomization_factor=0.1)

    @client.event
    async def connect():
        tell("connect", sid=client.get_sid(), transport=client.transport())

    @client.event
    async def disconnect():
        tell("disconnect")

    @client.event
    async def connect_error(data):
        tell("connect_error", data=str(data))

    @client.on("*")
    async def anything(name, data=None):
        tell("event", name=name, data=data)

    await client.connect(url, transports=transports, auth={"token": token} if token else None, wait_timeout=20)
    tell("ready")
    async for command in standard_input():
        if command["do"] == "disconnect":
            await client.disconnect()
            break
        callback = None
        if command.get("id") is not None:
            async def callback(data=None, number=command["id"]):
                tell("ack", id=number, data=data)
        try:
            await client.emit(command["name"], command["data"], callback=callback)
        except socketio.exceptions.SocketIOError as error:
            tell("emit_error", error=str(error))
    tell("end")


asyncio.run(main())
