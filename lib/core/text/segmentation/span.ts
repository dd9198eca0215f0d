/** A piece of a text: half-open, in UTF-16 code units, as `String.prototype.slice` counts. */
export type Span = { readonly start: number; readonly end: number };
