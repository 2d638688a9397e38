// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const KINDS = ['workflow', 'bot', 'strategy'];
const REPLY_TIMEOUT_MS = 10000;
const MAX_SEEN = 5000; // event ids remembered, so that a replay does not show an event twice
const MAX_EXECUTIONS = 2000; // executions whose bot and strategy are remembered

// The protocol side of the page: one Socket.IO connection and the subscriptions that outlive it.
//
// Subscriptions are kept while disconnected and made again after every connect, with `since` = the last event seen of
// each, so that the server sends what was missed. Dispatches CustomEvents: `state`, `authentication`, `subscriptions`,
// `latency`, `events` ({events, replay: ''|'recent'|'missed'}), `note` ({level, text}), `emergency` ({state, reason}).
class WorkflowClient extends EventTarget {
    state = 'disconnected'; // | 'connecting' | 'connected'
    authentication = { state: 'none', message: 'Not authenticated.' }; // none | pending | ok | bad | needed
    subscriptions = new Map(); // "kind:id" -> {kind, id, state, error, lastEventId}
    everConnected = false; // since connect()
    reconnects = 0;
    transport = null;
    sid = null;
    token = '';

    #socket = null;
    #ready = false; // the server's `connected` has come: it takes commands
    #authRequired = false;
    #seen = new Set();
    #executions = new Map();

    connect({ url, token, transports }) {
        this.disconnect();
        this.token = token;
        this.reconnects = 0;
        this.everConnected = false;
        this.#setAuthentication('none', 'Not authenticated.');
        const { origin, prefix } = splitServerUrl(url);
        const socket = io(origin, {
            path: `${prefix}/socket.io/`,
            transports,
            forceNew: true,
            reconnectionDelay: 500,
            reconnectionDelayMax: 5000,
            timeout: 10000,
            autoConnect: false,
        });
        this.#socket = socket;
        this.#setState('connecting');
        this.#listen(socket);
        socket.connect();
    }

    disconnect() {
        const socket = this.#socket;
        if (!socket)
            return;
        this.#socket = null; // first: what the old socket still reports is no longer ours
        socket.disconnect();
        this.#leaveSession();
        this.#setState('disconnected');
    }

    authenticate(token) {
        this.token = token;
        if (!this.#ready)
            return;
        this.#setAuthentication('pending', 'Checking the token…');
        this.#command('authenticate', { token });
    }

    subscribe(kind, id) {
        const key = `${kind}:${id}`;
        const known = this.subscriptions.get(key);
        if (known && known.state !== 'refused')
            return;
        const subscription = { kind, id, state: 'waiting', error: '', lastEventId: null };
        this.subscriptions.set(key, subscription);
        if (this.#mayCommand())
            this.#sendSubscribe(subscription);
        this.#changed('subscriptions');
    }

    unsubscribe(kind, id) {
        const subscription = this.subscriptions.get(`${kind}:${id}`);
        if (!subscription)
            return;
        this.subscriptions.delete(`${kind}:${id}`);
        if (this.#ready && subscription.state !== 'waiting')
            this.#command('unsubscribe', { type: kind, [`${kind}_id`]: id });
        this.#changed('subscriptions');
    }

    // After this a replay may show again what was shown before.
    forgetSeen() {
        this.#seen.clear();
    }

    #listen(socket) {
        const on = (emitter, name, handler) => emitter.on(name, (...args) => {
            if (this.#socket === socket)
                handler(...args);
        });
        on(socket, 'connect', () => this.#handleConnect(socket, on));
        on(socket, 'connect_error', (error) => this.#handleConnectError(socket, error));
        on(socket, 'disconnect', (reason) => this.#handleDisconnect(socket, reason));
        on(socket, 'connected', (hello) => this.#handleConnected(hello));
        on(socket, 'auth_response', (reply) => this.#handleAuthResponse(reply));
        on(socket, 'subscribed', (reply) => this.#setSubscription(reply?.type, reply, 'active', ''));
        on(socket, 'recent_events', (batch) => this.#handleReplay(batch));
        on(socket, 'workflow_event', (event) => this.#take([event], ''));
        on(socket, 'emergency', (emergency) => this.#emit('emergency', emergency ?? {}));
        on(socket, 'error', (error) => this.#handleError(error));
    }

    #handleConnect(socket, on) {
        if (this.everConnected)
            this.reconnects += 1;
        this.#note('info', this.everConnected ? 'Connection is back.' : 'Connected.');
        this.everConnected = true;
        this.sid = socket.id;
        const engine = socket.io.engine;
        this.transport = engine.transport.name;
        on(engine, 'upgrade', (transport) => {
            this.transport = transport.name;
            this.#changed('state');
        });
        this.#setState('connected');
    }

    #handleConnectError(socket, error) {
        // An active socket comes back by itself; the other kind was refused by the server and stays away.
        const server = socket.io.uri;
        const text = socket.active
            ? `Cannot reach ${server} (${error.message}). Is the server running, and may this page's origin use it? Trying again…`
            : `The server refused the connection: ${error.message}`;
        this.#note('error', text);
        this.#setState(socket.active ? 'connecting' : 'disconnected');
    }

    #handleDisconnect(socket, reason) {
        this.#leaveSession();
        if (socket.active) {
            this.#note('warning', `Connection lost (${reason}). Reconnecting…`);
            this.#setState('connecting');
            return;
        }
        this.#note('error', 'The server ended this connection and asks not to come back by itself.');
        this.#setState('disconnected');
    }

    #handleConnected(hello) {
        this.#ready = true;
        this.#authRequired = Boolean(hello?.auth_required);
        if (this.token) {
            this.authenticate(this.token);
        } else if (this.#authRequired) {
            this.#setAuthentication('needed', 'This server requires a token. Enter it above.');
        } else {
            this.#setAuthentication('none', 'Not authenticated; this server does not require it.');
            this.#subscribeAll();
        }
    }

    #handleAuthResponse(reply) {
        const message = String(reply?.message ?? '');
        this.#setAuthentication(reply?.success ? 'ok' : 'bad', message || 'The server gave no reason.');
        if (this.#mayCommand())
            this.#subscribeAll();
    }

    #handleReplay(batch) {
        const events = Array.isArray(batch?.events) ? batch.events : [];
        const missed = 'recovered' in (batch ?? {});
        if (missed && batch.recovered === false)
            this.#note('warning', 'Some events are lost: the server\'s history does not reach back to the last one seen here.');
        this.#take(events, missed ? 'missed' : 'recent');
    }

    #handleError(error) {
        const message = typeof error === 'string' ? error : String(error?.message ?? 'The server reported an error.');
        this.#note('error', error?.code ? `${message} (${error.code})` : message);
    }

    #take(events, replay) {
        const fresh = [];
        for (const event of events) {
            if (event === null || typeof event !== 'object' || !this.#isNew(event.event_id))
                continue;
            this.#advance(event);
            fresh.push(event);
        }
        if (fresh.length > 0)
            this.#emit('events', { events: fresh, replay });
    }

    #isNew(eventId) {
        if (typeof eventId !== 'string')
            return true;
        if (this.#seen.has(eventId))
            return false;
        this.#seen.add(eventId);
        if (this.#seen.size > MAX_SEEN)
            this.#seen.delete(this.#seen.values().next().value);
        return true;
    }

    // Remembers the event as the last one of every subscription that it belongs to. Later events of an execution reach
    // the bot and the strategy that its start named, although they do not repeat them.
    #advance(event) {
        if (typeof event.event_id !== 'string')
            return;
        const named = {};
        for (const kind of KINDS) {
            const id = event[`${kind}_id`];
            if (id !== undefined && id !== null)
                named[kind] = String(id);
        }
        const execution = event.execution_id;
        if (execution !== undefined) {
            if (event.type === 'execution_started') {
                this.#executions.set(execution, named);
                if (this.#executions.size > MAX_EXECUTIONS)
                    this.#executions.delete(this.#executions.keys().next().value);
            }
            const rooms = { ...this.#executions.get(execution), ...named };
            Object.assign(named, rooms);
            if (event.type === 'execution_completed' || event.type === 'execution_failed')
                this.#executions.delete(execution);
        }
        for (const [kind, id] of Object.entries(named)) {
            const subscription = this.subscriptions.get(`${kind}:${id}`);
            if (subscription)
                subscription.lastEventId = event.event_id;
        }
    }

    #mayCommand() {
        return this.#ready && this.authentication.state !== 'pending'
            && (!this.#authRequired || this.authentication.state === 'ok');
    }

    #subscribeAll() {
        for (const subscription of this.subscriptions.values()) {
            if (subscription.state === 'waiting' || subscription.state === 'refused')
                this.#sendSubscribe(subscription);
        }
        this.#changed('subscriptions');
    }

    #sendSubscribe(subscription) {
        const { kind, id } = subscription;
        subscription.state = 'pending';
        subscription.error = '';
        const payload = { [`${kind}_id`]: id };
        if (subscription.lastEventId)
            payload.since = subscription.lastEventId;
        this.#command(`subscribe_${kind}`, payload, (reply, problem) => {
            if (this.subscriptions.get(`${kind}:${id}`) !== subscription)
                return;
            const refusal = problem || (reply?.code ? String(reply.message ?? reply.code) : '');
            this.#setSubscription(kind, payload, refusal ? 'refused' : 'active', refusal);
        });
    }

    #setSubscription(kind, payload, state, error) {
        const subscription = this.subscriptions.get(`${kind}:${payload?.[`${kind}_id`]}`);
        if (!subscription)
            return;
        subscription.state = state;
        subscription.error = error;
        this.#changed('subscriptions');
    }

    // handleReply(reply, problem): `problem` is a text when no answer came in time.
    #command(name, payload, handleReply = () => {}) {
        const socket = this.#socket;
        const session = this.sid;
        const sentAt = performance.now();
        socket.timeout(REPLY_TIMEOUT_MS).emit(name, payload, (error, reply) => {
            if (this.#socket !== socket || this.sid !== session)
                return; // of an earlier session, which has been told already
            if (error) {
                this.#note('error', `The server did not answer "${name}" within ${REPLY_TIMEOUT_MS / 1000} s.`);
                handleReply(null, 'No answer');
                return;
            }
            this.#emit('latency', { milliseconds: performance.now() - sentAt });
            handleReply(reply, '');
        });
    }

    #leaveSession() {
        this.#ready = false;
        this.sid = null;
        this.transport = null;
        this.#setAuthentication('none', 'Not authenticated.');
        for (const subscription of this.subscriptions.values()) {
            subscription.state = 'waiting';
            subscription.error = '';
        }
        this.#changed('subscriptions');
    }

    #setState(state) {
        this.state = state;
        this.#changed('state');
    }

    #setAuthentication(state, message) {
        this.authentication = { state, message };
        this.#changed('authentication');
    }

    #note(level, text) {
        this.#emit('note', { level, text });
    }

    #changed(name) {
        this.dispatchEvent(new CustomEvent(name));
    }

    #emit(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

// -> {origin, prefix}; the prefix ('' or '/path') is for a server behind a reverse proxy. Throws an Error to show.
function splitServerUrl(text) {
    let url;
    try {
        url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
    } catch {
        throw new Error('This is not an address. Example: http://localhost:8001');
    }
    const scheme = { 'http:': 'http:', 'https:': 'https:', 'ws:': 'http:', 'wss:': 'https:' }[url.protocol];
    if (!scheme)
        throw new Error('The address must begin with http:// or https://');
    if (url.search || url.hash || url.username || url.password)
        throw new Error('Only host, port and path, please: a token belongs in its own field, never in the address.');
    return { origin: `${scheme}//${url.host}`, prefix: url.pathname.replace(/\/+$/, '') };
}
