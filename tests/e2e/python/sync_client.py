# SPDX-License-Identifier: GPL-3.0-or-later
"""A python-socketio client: sync_client.py URL polling|websocket|both [TOKEN] [--namespace N] [--path P]

Prints what happens, one JSON object a line, and takes commands the same way from standard input.
"""

import argparse
import json
import sys
import threading

import socketio

lock = threading.Lock()


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("transport")
    parser.add_argument("token", nargs="?")
    parser.add_argument("--namespace", default="/")
    parser.add_argument("--path", default="socket.io")
    return parser.parse_args()


def tell(what, **more):
    with lock:
        print(json.dumps({"what": what, **more}), flush=True)


def main():
    arguments = parse_arguments()
    transports = None if arguments.transport == "both" else [arguments.transport]
    namespace = arguments.namespace
    auth = {"token": arguments.token} if arguments.token else None
    client = socketio.Client(reconnection_delay=0.05, reconnection_delay_max=0.3, randomization_factor=0.1)

    @client.event(namespace=namespace)
    def connect():
        tell("connect", sid=client.get_sid(namespace), transport=client.transport())

    @client.event(namespace=namespace)
    def disconnect():
        tell("disconnect")

    @client.event(namespace=namespace)
    def connect_error(data):
        tell("connect_error", data=str(data))

    @client.on("*", namespace=namespace)
    def anything(name, data=None):
        tell("event", name=name, data=data)

    client.connect(arguments.url, transports=transports, auth=auth, namespaces=[namespace],
                   socketio_path=arguments.path, wait_timeout=20)
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
            client.emit(command["name"], command["data"], callback=callback, namespace=namespace)
        except socketio.exceptions.SocketIOError as error:
            tell("emit_error", error=str(error))
    tell("end")


main()
