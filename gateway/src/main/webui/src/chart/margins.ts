/** Shared with the style sheet: the reader that lies over the chart covers the same part. */
export const LEFT = 48;
export const RIGHT = 8;
