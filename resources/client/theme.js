// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// Runs in the head, before anything is painted, so that a dark page never flashes light.
const theme = {
    system: matchMedia('(prefers-color-scheme: dark)'),

    get current() {
        return document.documentElement.dataset.theme;
    },

    apply() {
        let chosen = null;
        try {
            chosen = localStorage.getItem('signalbox-theme');
        } catch {
            // Storage is blocked: follow the system.
        }
        const known = chosen === 'dark' || chosen === 'light';
        document.documentElement.dataset.theme = known ? chosen : (this.system.matches ? 'dark' : 'light');
    },

    choose(name) {
        document.documentElement.dataset.theme = name;
        try {
            localStorage.setItem('signalbox-theme', name);
        } catch {
            // Holds for this visit only.
        }
    },
};
theme.apply();
