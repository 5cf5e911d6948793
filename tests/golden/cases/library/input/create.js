/*! library v1.0 | MIT */
export const version = "1.0";
export default function create() { return { version }; }
