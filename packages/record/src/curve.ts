// The one place with curve arithmetic: some milliseconds on public input. No signature is ever checked with it.

/** Bytes of a raw Ed25519 public key, and of the encoding of any point. */
export const PUBLIC_KEY_LENGTH = 32

// The curve of RFC 8032, section 5.1: -x² + y² = 1 + d x² y² over 2²⁵⁵ - 19, with a subgroup of prime order L.
const P = 2n ** 255n - 19n
/** Order of the prime subgroup. */
export const L = 2n ** 252n + 27742317777372353535851937790883648493n
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n
const SQRT_MINUS_ONE = 19681161376707505956807079304988542015446066515923890162744021073123829784752n

/** A point in extended coordinates. */
export type Point = { readonly x: bigint; readonly y: bigint; readonly z: bigint; readonly t: bigint }
const IDENTITY: Point = { x: 0n, y: 1n, z: 1n, t: 0n }

const mod = (value: bigint): bigint => {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = mod(result * result)
    if (bit === '1') result = mod(result * base)
  }
  return result
}

/** Complete addition in extended coordinates (RFC 8032, section 5.1.4): doubling and the identity need no case of their own. */
const add = (p: Point, q: Point): Point => {
  const a = mod((p.y - p.x) * (q.y - q.x))
  const b = mod((p.y + p.x) * (q.y + q.x))
  const c = mod(2n * D * p.t * q.t)
  const d = mod(2n * p.z * q.z)
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) }
}

/** scalar × point; slow, and not for secrets: its time tells the scalar. */
export const times = (scalar: bigint, point: Point): Point => {
  let sum = IDENTITY
  for (const bit of scalar.toString(2)) {
    sum = add(sum, sum)
    if (bit === '1') sum = add(sum, point)
  }
  return sum
}

/** Whether a point is the neutral one. */
export const isIdentity = ({ x, y, z }: Point): boolean => x === 0n && y === z

/** Why 32 bytes are no point. */
export type PointCode = 'key-not-canonical' | 'key-not-on-curve'

/** The point of 32 bytes, by RFC 8032, section 5.1.3, and not one bit more lenient. */
export const decodePoint = (bytes: Uint8Array): Point | PointCode => {
  let number = 0n
  for (let at = PUBLIC_KEY_LENGTH - 1; at >= 0; at--) number = number * 256n + BigInt(bytes[at]!)
  const sign = number / 2n ** 255n
  const y = number % 2n ** 255n
  if (y >= P) return 'key-not-canonical'
  const u = mod(y * y - 1n)
  const v = mod(D * y * y + 1n)
  let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n))
  const square = mod(v * x * x)
  if (square === mod(-u)) x = mod(x * SQRT_MINUS_ONE)
  else if (square !== u) return 'key-not-on-curve'
  if (x === 0n && sign === 1n) return 'key-not-canonical'
  if (x % 2n !== sign) x = P - x
  return { x, y, z: 1n, t: mod(x * y) }
}

/**
 * The y of every encoding of the eight points of small order, sign bit aside and least significant byte first: five that are below p, and 0 and 1
 * written once more above it. Found here by arithmetic: L times a point leaves its part of small order.
 */
export const smallOrderEncodings = (): readonly Uint8Array[] => {
  const whole = generatorOfSmallOrder()
  const found = new Set<bigint>([0n + P, 1n + P])
  for (let scalar = 1n; scalar <= 8n; scalar++) {
    const { y, z } = times(scalar, whole)
    found.add(mod(y * power(z, P - 2n)))
  }
  return [...found].map(encodeY)
}

/** A point of order eight, from the first y whose point has one in it. */
const generatorOfSmallOrder = (): Point => {
  for (let y = 2n; ; y++) {
    const point = decodePoint(encodeY(y))
    if (typeof point === 'string') continue
    const small = times(L, point)
    if (!isIdentity(times(4n, small))) return small
  }
}

const encodeY = (y: bigint): Uint8Array => {
  const bytes = new Uint8Array(PUBLIC_KEY_LENGTH)
  for (let at = 0, rest = y; at < PUBLIC_KEY_LENGTH; at++, rest /= 256n) bytes[at] = Number(rest % 256n)
  return bytes
}
