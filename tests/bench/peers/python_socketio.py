# SPDX-License-Identifier: GPL-3.0-or-later
"""python-socketio on uvicorn as a server for the bench's clients."""

import argparse
import json
import socket

import socketio
import uvicorn

sio = socketio.AsyncServer(async_mode="asgi")
clients = 0


@sio.event
async def connect(sid, environ):
    global clients
    clients += 1


@sio.event
async def disconnect(sid, *reason):
    global clients
    clients -= 1


@sio.event
async def subscribe_workflow(sid, data):
    room = "workflow:" + data["workflow_id"]
    entered = sio.enter_room(sid, room)
    if entered is not None:  # a coroutine since 5.8
        await entered
    await sio.emit("subscribed", {"type": "workflow", **data}, to=sid)


async def answer(send, status, body):
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(b"content-type", b"application/json")],
        }
    )
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})


async def publishing(scope, receive, send):
    """POST with a JSON array: each event goes to the room that its workflow_id names."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    if scope["method"] != "POST":
        await answer(send, 200, {"websocket": {"connected_clients": clients}})
        return
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    events = json.loads(body)
    for event in events:
        await sio.emit("workflow_event", event, room="workflow:" + event["workflow_id"])
    await answer(send, 202, {"accepted": len(events)})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument(
        "--fast",
        action="store_true",
        help="with uvloop, httptools and websockets, instead of what uvicorn's package depends on",
    )
    options = parser.parse_args()
    # asyncio sets TCP_NODELAY only on sockets that say that they are TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", options.port))
    listener.listen(4096)
    config = uvicorn.Config(
        socketio.ASGIApp(sio, publishing),
        log_level="warning",
        timeout_keep_alive=3600,
        ws_per_message_deflate=False,  # nobody else compresses: faster without
        loop="uvloop" if options.fast else "asyncio",
        http="httptools" if options.fast else "h11",
        ws="websockets" if options.fast else "wsproto",
    )
    print(f"python-socketio listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(config).run(sockets=[listener])


main()
