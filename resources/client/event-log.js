// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const MAX_ROWS = 1000;
const NOTE_REPEAT_MS = 10000;
const MAX_JSON_CHARACTERS = 200000; // of one event that is shown; the whole can be copied
const CATEGORIES = [
    { name: 'execution', label: 'Execution' },
    { name: 'started', label: 'Node started' },
    { name: 'completed', label: 'Completed' },
    { name: 'failed', label: 'Failed' },
    { name: 'other', label: 'Other' },
];

function categoryOf(type) {
    if (type.endsWith('_failed'))
        return 'failed';
    if (type.endsWith('_completed'))
        return 'completed';
    if (type === 'node_started')
        return 'started';
    return type.startsWith('execution_') ? 'execution' : 'other';
}

// The list of events and notes, newest first, at most MAX_ROWS of them. Rows are drawn once per frame, whatever the
// rate; while paused they are kept (within the same bound) and drawn on resuming.
class EventLog {
    paused = false;
    passed = 0; // events that came while paused

    #list;
    #onChange;
    #entries = []; // oldest first
    #drawn = 0; // the serial number of the newest drawn entry
    #serial = 0;
    #lastNote = null;
    #scheduled = false;
    #text = '';
    #hidden = new Set();

    // onChange() is called after each drawing and whenever the counts changed.
    constructor(list, onChange) {
        this.#list = list;
        this.#onChange = onChange;
    }

    // Events that are shown now; notes do not count.
    get shown() {
        return this.#list.getElementsByClassName('entry').length;
    }

    get hasEvents() {
        return this.#entries.some((entry) => entry.event);
    }

    addEvent(event, replay) {
        if (this.paused)
            this.passed += 1;
        const type = typeof event.type === 'string' ? event.type : 'event';
        this.#add({ event, type, replay, category: categoryOf(type), at: eventTime(event) });
    }

    // The same note again within NOTE_REPEAT_MS is counted on the first one's row.
    addNote(level, text) {
        const last = this.#lastNote;
        const now = new Date();
        if (last && last.note === text && now - last.lastAt < NOTE_REPEAT_MS) {
            last.times += 1;
            last.lastAt = now;
            last.element?.querySelector('p').replaceChildren(noteText(last));
            return;
        }
        this.#lastNote = { note: text, level, times: 1, at: now, lastAt: now };
        this.#add(this.#lastNote);
    }

    clear() {
        this.#entries = [];
        this.#lastNote = null;
        this.passed = 0;
        this.#redraw();
    }

    setPaused(paused) {
        this.paused = paused;
        this.passed = 0;
        this.#schedule();
    }

    setText(text) {
        this.#text = text.trim().toLowerCase();
        this.#redraw();
    }

    setShown(category, shown) {
        if (shown)
            this.#hidden.delete(category);
        else
            this.#hidden.add(category);
        this.#redraw();
    }

    #add(entry) {
        entry.serial = ++this.#serial;
        this.#entries.push(entry);
        // In blocks, since shifting one by one would move the whole array for every event of a burst.
        if (this.#entries.length >= 2 * MAX_ROWS)
            this.#entries.splice(0, this.#entries.length - MAX_ROWS);
        this.#schedule();
    }

    #schedule() {
        if (this.#scheduled)
            return;
        this.#scheduled = true;
        requestAnimationFrame(() => {
            this.#scheduled = false;
            this.#draw();
        });
    }

    // What came since a pause stays out of sight.
    #redraw() {
        const limit = this.paused ? this.#drawn : this.#serial;
        this.#list.replaceChildren();
        this.#drawn = 0;
        this.#draw(limit);
    }

    #draw(limit = this.paused ? this.#drawn : this.#serial) {
        if (this.#entries.length > MAX_ROWS && !this.paused)
            this.#entries.splice(0, this.#entries.length - MAX_ROWS);
        const added = document.createDocumentFragment();
        for (let i = this.#entries.length - 1; i >= 0 && this.#entries[i].serial > this.#drawn; --i) {
            const entry = this.#entries[i];
            if (entry.serial <= limit && this.#matches(entry)) {
                entry.element = entry.event ? eventRow(entry) : noteRow(entry);
                added.append(entry.element);
            }
        }
        this.#drawn = Math.max(this.#drawn, limit);
        this.#list.prepend(added);
        while (this.#list.childElementCount > MAX_ROWS)
            this.#list.lastElementChild.remove();
        this.#onChange();
    }

    #matches(entry) {
        if (!entry.event)
            return this.#text === '' || entry.note.toLowerCase().includes(this.#text);
        if (this.#hidden.has(entry.category))
            return false;
        if (this.#text === '')
            return true;
        entry.search ??= JSON.stringify(entry.event).toLowerCase();
        return entry.search.includes(this.#text);
    }
}

function eventTime(event) {
    const time = new Date(event.timestamp);
    return Number.isNaN(time.getTime()) ? new Date() : time;
}

function element(name, className, ...children) {
    const node = document.createElement(name);
    if (className)
        node.className = className;
    node.append(...children);
    return node;
}

function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `#icon-${name}`);
    svg.setAttribute('aria-hidden', 'true');
    svg.append(use);
    return svg;
}

function timeOf(date) {
    const two = (number) => String(number).padStart(2, '0');
    const text = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
    const node = element('time', '', text);
    node.dateTime = date.toISOString();
    return node;
}

function noteText(entry) {
    return entry.times > 1 ? `${entry.note} (${entry.times} times)` : entry.note;
}

function noteRow(entry) {
    const row = element('div', 'note', timeOf(entry.at), icon('note'), element('p', '', noteText(entry)));
    row.dataset.level = entry.level;
    return element('li', '', row);
}

function eventRow(entry) {
    const { event, type, category, replay } = entry;
    const badge = element('span', `badge is-${category}`, icon(category), element('span', '', type));
    const subject = event.workflow_id ?? event.bot_id ?? event.strategy_id ?? '';
    const what = element('span', 'what', element('b', '', String(subject)), element('span', '', summaryOf(event, category)));
    const tags = element('span', 'tags');
    if (replay === 'missed')
        tags.append(element('span', 'tag tag-missed', 'missed'));
    else if (replay === 'recent')
        tags.append(element('span', 'tag', 'recent'));
    tags.append(element('span', 'chevron'));
    const details = element('details', 'entry', element('summary', '', timeOf(entry.at), badge, what, tags));
    details.dataset.category = category;
    details.dataset.type = type;
    if (event.event_id !== undefined)
        details.dataset.eventId = event.event_id;
    details.addEventListener('toggle', () => {
        if (details.open && details.childElementCount === 1)
            details.append(jsonView(event));
    });
    return element('li', '', details);
}

function summaryOf(event, category) {
    const parts = [];
    if (event.node_name ?? event.node_id)
        parts.push(String(event.node_name ?? event.node_id));
    if (event.node_category)
        parts.push(String(event.node_category));
    if (event.type === 'execution_started' && event.node_count !== undefined)
        parts.push(`${event.node_count} nodes`);
    if (category === 'failed')
        parts.push([event.error_type, event.error].filter((text) => typeof text === 'string').join(': '));
    else if (category === 'other')
        parts.push(otherMembers(event));
    if (typeof event.duration_ms === 'number')
        parts.push(durationText(event.duration_ms));
    if (event.execution_id !== undefined && category !== 'other')
        parts.push(String(event.execution_id));
    return parts.filter((part) => part !== '').join(' · ').slice(0, 300);
}

function otherMembers(event) {
    const plain = ['string', 'number', 'boolean'];
    const skipped = ['type', 'event_id', 'timestamp', 'workflow_id', 'node_name', 'node_id', 'node_category', 'duration_ms'];
    return Object.entries(event)
        .filter(([key, value]) => plain.includes(typeof value) && !skipped.includes(key))
        .slice(0, 6)
        .map(([key, value]) => `${key} ${String(value).slice(0, 80)}`)
        .join(', ');
}

function durationText(milliseconds) {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function jsonView(event) {
    const text = JSON.stringify(event, null, 2);
    const pre = element('pre', '');
    pre.tabIndex = 0;
    pre.setAttribute('aria-label', 'The event as JSON');
    if (text.length <= MAX_JSON_CHARACTERS)
        pre.append(colouredJson(text));
    else
        pre.append(`${text.slice(0, MAX_JSON_CHARACTERS)}\n… ${text.length - MAX_JSON_CHARACTERS} more characters; "Copy" gives the whole event.`);
    const copy = element('button', '', 'Copy JSON');
    copy.type = 'button';
    copy.addEventListener('click', () => {
        // The clipboard needs a secure context, which plain http on another machine is not.
        const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
        copied.then(() => { copy.textContent = 'Copied'; }, () => {
            getSelection().selectAllChildren(pre);
            copy.textContent = 'Selected: press Ctrl+C';
        });
    });
    return element('div', 'json', pre, copy);
}

function colouredJson(text) {
    const fragment = document.createDocumentFragment();
    const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)/g;
    let end = 0;
    for (const match of text.matchAll(token)) {
        fragment.append(text.slice(end, match.index));
        const [whole, string, colon, number] = match;
        const name = string ? (colon ? 'key' : 'string') : (number ? 'number' : 'word');
        fragment.append(element('span', `j-${name}`, string ?? whole), colon ?? '');
        end = match.index + whole.length;
    }
    fragment.append(text.slice(end));
    return fragment;
}
