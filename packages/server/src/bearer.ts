import { timingSafeEqual } from 'node:crypto'

/** Whether an `Authorization` header bears the token (RFC 6750, section 2.1), in a time that says nothing of it but its length. */
export const bears = (header: string | undefined, token: Buffer): boolean => {
  if (header?.startsWith('Bearer ') !== true) return false
  const borne = Buffer.from(header.slice('Bearer '.length))
  return borne.length === token.length && timingSafeEqual(borne, token)
}
