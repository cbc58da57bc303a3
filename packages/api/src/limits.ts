/** Bytes of a request's body: an act of 64 KiB, its entry, and what escapes and spaces add to both. */
export const BODY_LIMIT = 160 * 1024

/** Characters of an address's path and query. */
export const ADDRESS_LENGTH_LIMIT = 2_048

/** Entries in one answer of `GET …/entries`, and how many without `limit`. */
export const ENTRIES_LIMIT = 1_000
export const ENTRIES_DEFAULT = 256

/** Rows in one answer of `GET …/rows`, and how many without `limit`. */
export const ROWS_LIMIT = 500
export const ROWS_DEFAULT = 50

/** Characters of a time in a query (`2025-11-10`, an instant). */
export const TIME_LENGTH_LIMIT = 40

/** Characters of a slug. */
export const SLUG_LIMIT = 63
