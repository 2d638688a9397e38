# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain WebSocket client on aiohttp: websocket_client.py URL [--bearer TOKEN]

Prints what happens, one JSON object a line; what it reads from standard input, {"do": "emit", "data": ...}
or {"do": "disconnect"}, a line each, it sends or obeys.
"""

import argparse
import asyncio
import json
import sys

import aiohttp


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--bearer")
    return parser.parse_args()


def tell(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


async def obey(socket):
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        command = json.loads(line)
        if command["do"] == "disconnect":
            await socket.close()
            return
        await socket.send_json(command["data"])


async def main():
    arguments = parse_arguments()
    headers = {"Authorization": f"Bearer {arguments.bearer}"} if arguments.bearer else {}
    async with aiohttp.ClientSession() as session:
        try:
            socket = await session.ws_connect(arguments.url, headers=headers)
        except aiohttp.WSServerHandshakeError as error:
            tell("refused", status=error.status)
            return
        tell("connect")
        tell("ready")
        obeying = asyncio.create_task(obey(socket))
        async for message in socket:
            content = json.loads(message.data)
            tell("event", name=content["type"], data=content)
        tell("end", code=socket.close_code)
        obeying.cancel()


asyncio.run(main())
