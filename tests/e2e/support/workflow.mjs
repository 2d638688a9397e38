// SPDX-License-Identifier: GPL-3.0-or-later

/** Numbered events of one workflow, as an engine would publish them. */
export function numberedEvents(count, { from = 0, workflow = 'w1', ...more } = {}) {
    return Array.from({ length: count }, (_, index) => ({
        type: 'node_completed',
        workflow_id: workflow,
        node_id: `node-${from + index}`,
        n: from + index,
        ...more,
    }));
}

export const range = (count, from = 0) => Array.from({ length: count }, (_, index) => from + index);
