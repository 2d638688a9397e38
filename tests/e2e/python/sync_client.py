# SPDX-License-Identifier: GPL-3.0-or-later
"""A python-socketio client: sync_client.py URL polling|websocket|both [TOKEN]

Prints what happens, one JSON object a line, and takes commands the same way from standard input.
"""

import json
import sys
import threading

import socketio

lock = threading.Lock()


def tell(what, **more):
    with lock:
        print(json.dumps({"what": what, **more}), flush=True)


def main():
    url, transport = sys.argv[1:3]
    token = sys.argv[3] if len(sys.argv) > 3 else None
    transports = None if transport == "both" else [transport]
    client = socketio.Client(reconnection_delay=0.05, reconnection_delay_max=0.3, randomization_factor=0.1)

    @client.event
    def connect():
        tell("connect", sid=client.get_sid(), transport=client.transport())

    @client.event
    def disconnect():
        tell("disconnect")

    @client.event
    def connect_error(data):
        tell("connect_error", data=str(data))

    @client.on("*")
    def anything(name, data=None):
        tell("event", name=name, data=data)

    client.connect(url, transports=transports, auth={"token": token} if token else None, wait_timeout=20)
    tell("ready")
    for line in sys.stdin:
        command = json.loads(line)
        if command["do"] == "disconnect":
            client.disconnect()
            break
        callback = None
        if command.get("id") is not None:
            def callback(data=None, number=command["id"]):
                tell("ack", id=number, data=data)
        try:
            client.emit(command["name"], command["data"], callback=callback)
        except socketio.exceptions.SocketIOError as error:
            tell("emit_error", error=str(error))
    tell("end")


main()
