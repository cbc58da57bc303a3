/** Words of our own, in the two languages that the exercise is written in. */
export type Told = { readonly en: string; readonly ur: string }
export const told = (en: string, ur: string): Told => ({ en, ur })
