// SPDX-License-Identifier: GPL-3.0-or-later

import { createServer } from 'node:net';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ChildProcess } from './childprocess.mjs';
import { temporaryFolder, until } from './harness.mjs';
import { request } from './http.mjs';

/** A port that was free a moment ago. Somebody else may take it: be ready to ask for another. */
export async function freePort() {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    await once(probe, 'close');
    return port;
}

/**
 * Debian's nginx in front of `target` (http://...), as an ordinary process, configured the way people
 * write it for WebSockets: `Connection "upgrade"` goes out with every request.
 */
export async function startNginx(target) {
    const folder = await temporaryFolder('signalbox-nginx-');
    for (let attempt = 1; ; attempt += 1) {
        const port = await freePort();
        const file = join(folder, `nginx-${attempt}.conf`);
        await writeFile(file, configuration(folder, port, target));
        const nginx = new ChildProcess('/usr/sbin/nginx', ['-p', folder, '-c', file, '-e', join(folder, 'error.log')]);
        try {
            await until(async () => {
                if (!nginx.isRunning)
                    return 'gone';
                const answer = await request(`http://127.0.0.1:${port}/nginx-is-up`);
                return answer.status === 204 && 'up';
            }, 'nginx to answer');
        } catch (error) {
            nginx.signal('SIGKILL');
            throw error;
        }
        if (nginx.isRunning)
            return { port, url: `http://127.0.0.1:${port}`, wsUrl: `ws://127.0.0.1:${port}`, process: nginx };
        if (attempt === 5)
            throw new Error(`nginx does not start: ${nginx.stderr.join('\n')}`);
    }
}

function configuration(folder, port, target) {
    return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    client_max_body_size 2m;
    server {
        listen 127.0.0.1:${port};
        location = /nginx-is-up { return 204; }
        location / {
            proxy_pass ${target};
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "upgrade";
            proxy_set_header Host $http_host;
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_read_timeout 3600s;
        }
    }
}
`;
}
