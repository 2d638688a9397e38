// SPDX-License-Identifier: GPL-3.0-or-later

// A WebSocket by hand, for frames that no library would send.

import { RawTcp } from './rawtcp.mjs';

export const Handshake = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n'
    + 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

export const EnginePath = '/socket.io/?EIO=4&transport=websocket';

/** Upgrades and returns {connection, frames()}: what the server has sent since, frame by frame. */
export async function openRawWebSocket(port, path = EnginePath) {
    const connection = await RawTcp.connect(port);
    connection.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${Handshake}\r\n`);
    const end = await connection.until((bytes) => bytes.indexOf('\r\n\r\n') + 1, 'the upgrade');
    const head = connection.text.slice(0, end);
    if (!head.startsWith('HTTP/1.1 101 '))
        throw new Error(`not upgraded: ${connection.text}`);
    const frames = () => parseFrames(connection.received.subarray(end + 3));
    return {
        connection,
        frames,
        write: (data) => connection.write(data),
        /** Waits for a close frame; its code. */
        async closeCode() {
            const frame = await connection.until(() => frames().find((one) => one.opcode === 8), 'a close frame');
            return frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005;
        },
    };
}

/** A client's frame. `length` pretends another payload length, in a form that holds it. */
export function frame(opcode, payload = '', { fin = true, masked = true, rsv = 0, length, form } = {}) {
    const data = Buffer.from(payload);
    const size = BigInt(length ?? data.length);
    const shape = form ?? (size < 126n ? 7 : size < 65536n ? 16 : 64);
    const head = [(fin ? 0x80 : 0) | (rsv << 4) | opcode];
    const maskBit = masked ? 0x80 : 0;
    if (shape === 7) {
        head.push(maskBit | Number(size));
    } else {
        head.push(maskBit | (shape === 16 ? 126 : 127));
        for (let shift = shape - 8; shift >= 0; shift -= 8)
            head.push(Number((size >> BigInt(shift)) & 0xffn));
    }
    if (!masked)
        return Buffer.concat([Buffer.from(head), data]);
    const mask = [0x12, 0x34, 0x56, 0x78];
    return Buffer.concat([Buffer.from([...head, ...mask]), Buffer.from(data.map((byte, index) => byte ^ mask[index % 4]))]);
}

function parseFrames(bytes) {
    const list = [];
    let at = 0;
    while (bytes.length - at >= 2) {
        const opcode = bytes[at] & 15;
        let length = bytes[at + 1] & 127;
        let start = at + 2;
        if (length === 126) {
            length = bytes.length >= start + 2 ? bytes.readUInt16BE(start) : Infinity;
            start += 2;
        } else if (length === 127) {
            length = bytes.length >= start + 8 ? Number(bytes.readBigUInt64BE(start)) : Infinity;
            start += 8;
        }
        if (bytes.length < start + length)
            break;
        list.push({ opcode, isMasked: (bytes[at + 1] & 128) !== 0, payload: bytes.subarray(start, start + length) });
        at = start + length;
    }
    return list;
}
