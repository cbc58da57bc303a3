import { fromUtf8 } from '@paraph/record'

/** The size that a signed checkpoint says, without checking it: whether it is worth following again. */
export const claimedSize = (checkpoint: Uint8Array): number | undefined => {
  const text = fromUtf8(checkpoint)
  const size = text.ok ? Number(text.value.split('\n')[1]) : Number.NaN
  return Number.isSafeInteger(size) ? size : undefined
}
