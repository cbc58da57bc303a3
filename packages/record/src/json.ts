/** A JSON value. Objects are plain; `undefined` never stands in one. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
