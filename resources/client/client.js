// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// Ties the page's controls to the WorkflowClient and the EventLog.
(() => {
    const RATE_SECONDS = 5; // the shown rate is the mean of so many whole seconds
    const SPARK_SECONDS = 60;
    const METRICS_INTERVAL_MS = 5000;
    const QUIET_MS = 4000; // without events: explain how to get some
    const MAX_KNOWN_IDS = 50;
    const TOKEN_KEY = 'signalbox-token';

    const byId = (id) => document.getElementById(id);
    const client = new WorkflowClient();
    const log = new EventLog(byId('log'), showLogState);
    const knownIds = { workflow: new Set(), bot: new Set(), strategy: new Set() };
    const demoWorkflows = byId('watch-demo').dataset.workflows.split(' ');
    const perSecond = new Array(SPARK_SECONDS).fill(0);
    let thisSecond = 0;
    let received = 0;
    let connectedAt = null;
    let subscribedAt = 0;

    const setText = (id, text) => {
        if (byId(id).textContent !== text)
            byId(id).textContent = text;
    };
    const count = (number) => (Number.isFinite(number) ? number.toLocaleString('en') : '–');

    function duration(seconds) {
        const whole = Math.floor(seconds);
        const two = (number) => String(number).padStart(2, '0');
        const clock = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
        return whole >= 86400 ? `${Math.floor(whole / 86400)} d ${clock}` : clock;
    }

    // Connection

    function connect() {
        const url = byId('url');
        let problem = '';
        try {
            splitServerUrl(url.value.trim());
        } catch (error) {
            problem = error.message;
        }
        showFieldError('url', 'url-error', problem);
        if (problem)
            return false;
        hideProblem();
        keepToken();
        const chosen = byId('transport').value;
        client.connect({
            url: url.value.trim(),
            token: byId('token').value,
            transports: chosen === 'auto' ? ['polling', 'websocket'] : [chosen],
        });
        return true;
    }

    function showState() {
        const { state } = client;
        const text = {
            disconnected: 'Disconnected',
            connecting: client.everConnected ? 'Reconnecting…' : 'Connecting…',
            connected: `Connected · ${client.transport === 'websocket' ? 'WebSocket' : 'polling'}`,
        }[state];
        byId('status').dataset.state = state;
        setText('status-text', text);
        setText('fact-transport', client.transport ?? '–');
        setText('fact-sid', client.sid ?? '–');
        if (state === 'connected') {
            if (connectedAt === null) { // not when only the transport has changed
                connectedAt = Date.now();
                hideProblem();
            }
        } else {
            connectedAt = null;
            byId('emergency').hidden = true; // what holds now is not known
            setText('fact-latency', '–');
        }
        const button = byId('connect');
        button.dataset.action = state === 'disconnected' ? 'connect' : 'disconnect';
        button.textContent = { disconnected: 'Connect', connecting: 'Cancel', connected: 'Disconnect' }[state];
        byId('url').disabled = byId('transport').disabled = state !== 'disconnected';
        byId('authenticate').disabled = state !== 'connected';
        setText('watch-demo-text', state === 'connected' ? 'Watch the demo' : 'Connect and watch the demo');
        setText('metric-reconnects', count(client.reconnects));
        showClock();
        showLogState();
    }

    function showAuthentication() {
        const { state, message } = client.authentication;
        const hint = byId('auth-text');
        hint.dataset.state = state;
        hint.textContent = state === 'bad' ? `Refused: ${message}` : message;
        byId('token').setAttribute('aria-invalid', String(state === 'bad'));
        showLogState();
        if (state === 'bad') {
            log.addNote('error', `Authentication refused: ${message}`);
            showProblem(`Authentication refused: ${message}. Enter a valid token and authenticate again.`);
        } else if (state === 'needed') {
            showProblem('This server requires a token. Enter it under Connection; what you subscribed to starts then.');
            byId('token').focus();
        } else if (state === 'ok') {
            hideProblem();
            log.addNote('info', message);
        }
    }

    function keepToken() {
        try {
            if (byId('keep-token').checked && byId('token').value)
                sessionStorage.setItem(TOKEN_KEY, byId('token').value);
            else
                sessionStorage.removeItem(TOKEN_KEY);
        } catch {
            // Storage is blocked: the token stays in memory.
        }
    }

    function restoreToken() {
        try {
            const token = sessionStorage.getItem(TOKEN_KEY);
            byId('token').value = token ?? '';
            byId('keep-token').checked = token !== null;
        } catch {
            byId('keep-token').disabled = true;
        }
    }

    // Messages

    function showFieldError(field, place, text) {
        byId(field).setAttribute('aria-invalid', String(text !== ''));
        byId(place).hidden = text === '';
        byId(place).textContent = text;
        if (text)
            byId(field).focus();
    }

    function showProblem(text) {
        byId('problem').hidden = false;
        setText('problem-text', text);
    }

    function hideProblem() {
        byId('problem').hidden = true;
        byId('problem-text').textContent = '';
    }

    function showEmergency({ state, reason }) {
        const tripped = state === 'tripped';
        const text = tripped
            ? `Emergency stop${reason ? `: ${reason}` : ''}. The server takes no events until an operator resets it.`
            : 'The emergency stop was reset.';
        byId('emergency').hidden = !tripped;
        byId('emergency').textContent = tripped ? text : '';
        log.addNote(tripped ? 'error' : 'info', text);
    }

    // Subscriptions

    function subscribe() {
        const id = byId('room-id').value.trim();
        showFieldError('room-id', 'room-error', id === '' ? 'Enter the id to subscribe to.' : '');
        if (id === '')
            return;
        client.subscribe(byId('kind').value, id);
        byId('room-id').value = '';
    }

    function showSubscriptions() {
        const list = byId('subscriptions');
        const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
        list.replaceChildren(...[...client.subscriptions].map(([key, subscription]) => subscriptionRow(key, subscription)));
        if (focused !== null)
            ([...list.querySelectorAll('button')].find((button) => button.dataset.key === focused) ?? byId('room-id')).focus();
        setText('subscription-count', String(client.subscriptions.size));
        byId('no-subscriptions').hidden = client.subscriptions.size > 0;
        byId('welcome').hidden = client.subscriptions.size > 0;
        if ([...client.subscriptions.values()].some((subscription) => subscription.state === 'active'))
            subscribedAt ||= Date.now();
        else
            subscribedAt = 0;
        showLogState();
    }

    function subscriptionRow(key, { kind, id, state, error }) {
        const stateText = {
            waiting: client.state === 'connected' ? 'waits for authentication' : 'waits for the connection',
            pending: 'subscribing…',
            active: 'subscribed',
            refused: `refused: ${error}`,
        }[state];
        const status = element('span', '', `${kind} · ${stateText}`);
        status.dataset.state = state;
        const remove = element('button', '', 'Unsubscribe');
        remove.type = 'button';
        remove.dataset.key = key;
        remove.setAttribute('aria-label', `Unsubscribe from ${kind} ${id}`);
        remove.addEventListener('click', () => client.unsubscribe(kind, id));
        return element('li', '', element('span', 'sub-name', element('b', '', id), status), remove);
    }

    function offerIds() {
        const ids = [...knownIds[byId('kind').value]];
        byId('known-ids').replaceChildren(...ids.map((id) => {
            const option = document.createElement('option');
            option.value = id;
            return option;
        }));
    }

    function learnIds(event) {
        let learned = false;
        for (const [kind, ids] of Object.entries(knownIds)) {
            const id = event[`${kind}_id`];
            if (typeof id === 'string' && ids.size < MAX_KNOWN_IDS && !ids.has(id)) {
                ids.add(id);
                learned = true;
            }
        }
        if (learned)
            offerIds();
    }

    function watchDemo() {
        if (client.state === 'disconnected' && !connect())
            return;
        for (const id of demoWorkflows)
            client.subscribe('workflow', id);
        const quick = matchMedia('(prefers-reduced-motion: reduce)').matches;
        byId('log-title').focus({ preventScroll: true }); // the pressed button is about to disappear
        byId('log-title').scrollIntoView({ behavior: quick ? 'auto' : 'smooth', block: 'nearest' });
    }

    // Log

    function showEvents({ events, replay }) {
        received += events.length;
        if (replay === '')
            thisSecond += events.length;
        for (const event of events) {
            learnIds(event);
            log.addEvent(event, replay);
        }
        setText('metric-received', count(received));
        if (log.paused)
            showLogState();
    }

    function showLogState() {
        const { shown } = log;
        setText('log-count', count(shown));
        byId('paused').hidden = !log.paused;
        if (log.paused)
            setText('paused', `Paused. ${count(log.passed)} ${log.passed === 1 ? 'event has' : 'events have'} come meanwhile.`);
        byId('log-empty').hidden = shown > 0;
        if (shown > 0)
            return;
        const [title, text, code] = emptyTexts();
        setText('log-empty-title', title);
        setText('log-empty-text', text);
        byId('log-empty-code').hidden = !code;
        setText('log-empty-code', code ?? '');
    }

    function emptyTexts() {
        if (log.hasEvents)
            return ['No event matches the filter', 'Change the text above, or switch a type on again.'];
        if (client.state !== 'connected')
            return ['Nothing to show yet', 'Connect, then subscribe to a workflow, a bot or a strategy.'];
        if (client.subscriptions.size === 0)
            return ['Connected', 'Subscribe to a workflow, a bot or a strategy to see its events here.'];
        if (['needed', 'bad'].includes(client.authentication.state) && subscribedAt === 0)
            return ['Authentication is needed', 'The subscriptions start when the server accepts a token.'];
        if (subscribedAt === 0)
            return ['Not subscribed yet', 'The server has not confirmed a subscription.'];
        if (Date.now() - subscribedAt < QUIET_MS)
            return ['Waiting for events', 'Subscribed. The next event appears here at once.'];
        const { kind, id } = client.subscriptions.values().next().value;
        const body = JSON.stringify({ type: 'execution_started', [`${kind}_id`]: id }).replaceAll('\'', '\\u0027');
        const authorization = client.authentication.state === 'ok' ? '\n  -H "Authorization: Bearer $TOKEN" \\' : '';
        return ['Nobody publishes to these subscriptions right now', 'Start the server with --demo, or publish an event yourself:',
            `curl -H 'Content-Type: application/json' \\${authorization}\n  -d '${body}' \\\n  ${serverUrl()}/api/v1/events`];
    }

    function makeCategoryChips() {
        byId('categories').append(...CATEGORIES.map(({ name, label }) => {
            const chip = element('button', `chip is-${name}`, icon(name), label);
            chip.type = 'button';
            chip.dataset.category = name;
            chip.setAttribute('aria-pressed', 'true');
            chip.addEventListener('click', () => {
                const shown = chip.getAttribute('aria-pressed') !== 'true';
                chip.setAttribute('aria-pressed', String(shown));
                log.setShown(name, shown);
            });
            return chip;
        }));
    }

    function togglePause() {
        log.setPaused(!log.paused);
        byId('pause').setAttribute('aria-pressed', String(log.paused));
        byId('pause').textContent = log.paused ? 'Resume' : 'Pause';
        showLogState();
    }

    function clearLog() {
        log.clear();
        client.forgetSeen();
    }

    // Numbers

    function showClock() {
        setText('metric-connected', connectedAt ? duration((Date.now() - connectedAt) / 1000) : '–');
    }

    function tick() {
        perSecond.push(thisSecond);
        perSecond.shift();
        thisSecond = 0;
        const recent = perSecond.slice(-RATE_SECONDS);
        const mean = recent.reduce((sum, number) => sum + number, 0) / RATE_SECONDS;
        setText('metric-rate', mean.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
        const top = Math.max(1, ...perSecond);
        const points = perSecond.map((number, i) => `${(i * 120 / (SPARK_SECONDS - 1)).toFixed(1)},${(35 - 34 * number / top).toFixed(1)}`);
        byId('spark-line').setAttribute('points', points.join(' '));
        showClock();
        if (log.shown === 0)
            showLogState();
    }

    function serverUrl() {
        const { origin, prefix } = splitServerUrl(byId('url').value.trim());
        return origin + prefix;
    }

    async function fetchMetrics() {
        if (client.state !== 'connected' || document.visibilityState !== 'visible')
            return;
        const askedAt = performance.now();
        try {
            const response = await fetch(`${serverUrl()}/metrics`, {
                headers: { Accept: 'application/json' },
                credentials: 'omit',
                cache: 'no-store',
                signal: AbortSignal.timeout(METRICS_INTERVAL_MS),
            });
            if (!response.ok)
                throw new Error(`HTTP ${response.status}`);
            showLatency(performance.now() - askedAt);
            showMetrics(await response.json());
            setText('server-note', 'From /metrics, every 5 seconds while connected.');
        } catch (error) {
            setText('server-note', `/metrics is not available (${error.message}).`);
        }
    }

    // Of the last command's acknowledgement, and between commands of the last look at /metrics.
    function showLatency(milliseconds) {
        if (client.state === 'connected')
            setText('fact-latency', `${milliseconds.toFixed(1)} ms`);
    }

    function showMetrics(metrics) {
        const uptime = metrics?.uptime_seconds;
        const connections = metrics?.connections ?? {};
        const events = metrics?.events ?? {};
        setText('server-uptime', Number.isFinite(uptime) ? duration(uptime) : '–');
        setText('server-connections', `${count(connections.current)} now, ${count(connections.total)} in all`);
        setText('server-subscriptions', count(metrics?.subscriptions?.total));
        setText('server-received', count(events.received));
        setText('server-sent', count(events.sent));
        setText('server-retained', count(events.recent_buffer));
    }

    // Theme

    function showTheme() {
        const dark = theme.current === 'dark';
        byId('theme').setAttribute('aria-label', `Switch to the ${dark ? 'light' : 'dark'} theme`);
        byId('theme').replaceChildren(icon(dark ? 'sun' : 'moon'));
    }

    function listen() {
        const onSubmit = (id, handler) => byId(id).addEventListener('submit', (event) => {
            event.preventDefault();
            handler();
        });
        onSubmit('connection-form', () => (client.state === 'disconnected' ? connect() : client.disconnect()));
        onSubmit('subscribe-form', subscribe);
        onSubmit('token-form', () => {
            keepToken();
            client.authenticate(byId('token').value);
        });
        const onClick = (id, handler) => byId(id).addEventListener('click', handler);
        onClick('watch-demo', watchDemo);
        onClick('pause', togglePause);
        onClick('clear', clearLog);
        onClick('problem-close', hideProblem);
        onClick('theme', () => {
            theme.choose(theme.current === 'dark' ? 'light' : 'dark');
            showTheme();
        });
        theme.system.addEventListener('change', () => {
            theme.apply();
            showTheme();
        });
        byId('kind').addEventListener('change', offerIds);
        byId('keep-token').addEventListener('change', keepToken);
        byId('filter').addEventListener('input', () => log.setText(byId('filter').value));
        document.addEventListener('visibilitychange', fetchMetrics);

        client.addEventListener('state', () => {
            showState();
            showSubscriptions(); // what they wait for depends on it
            if (client.state === 'connected')
                fetchMetrics();
        });
        client.addEventListener('authentication', showAuthentication);
        client.addEventListener('subscriptions', showSubscriptions);
        client.addEventListener('events', (event) => showEvents(event.detail));
        client.addEventListener('emergency', (event) => showEmergency(event.detail));
        client.addEventListener('latency', (event) => showLatency(event.detail.milliseconds));
        client.addEventListener('note', ({ detail: { level, text } }) => {
            log.addNote(level, text);
            if (level === 'error')
                showProblem(text);
        });
    }

    const fromFile = location.protocol === 'file:';
    byId('url').value = fromFile ? 'http://localhost:8001' : location.origin + location.pathname.replace(/\/client\/?$/, '').replace(/\/$/, '');
    for (const id of demoWorkflows)
        knownIds.workflow.add(id);
    makeCategoryChips();
    restoreToken();
    showTheme();
    listen();
    offerIds();
    showState();
    showSubscriptions();
    setInterval(tick, 1000);
    setInterval(fetchMetrics, METRICS_INTERVAL_MS);
})();
