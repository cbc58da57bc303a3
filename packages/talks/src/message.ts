/** A sentence that code computes, as ICU: its English stands beside its rule, its translations in `locales/*.po`. */
export type Message = { readonly id: string; readonly message: string }

/** What a message's places hold: words (already in the reader's language) and numbers. */
export type Values = Readonly<Record<string, string | number>>

/** Says a message in the reader's language: `setupI18n` of @lingui/core, or a page's own. */
export type Say = (message: Message, values?: Values) => string
