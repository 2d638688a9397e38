// SPDX-License-Identifier: GPL-3.0-or-later

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** "1.2 (1.1-1.3)": the median, and from the least to the most if there are several. */
export function summary(values, digits) {
    const text = (value) =>
        value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    if (values.length === 1)
        return text(values[0]);
    return `${text(median(values))} (${text(Math.min(...values))}-${text(Math.max(...values))})`;
}
