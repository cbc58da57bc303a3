/** Bytes of lowercase hex digits that are known to be such. */
export const fromHexText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
