import { keep } from '../kept-records.ts'
import { keysChanged } from './changed.ts'

/** A body's device key in this browser: the secret half cannot be read out again. `key` raw public key, 64 hex digits. */
export type DeviceKey = { readonly process: string; readonly body: string; readonly key: string; readonly secret: CryptoKey }

const SEED = 32
/** PKCS #8 of an Ed25519 seed (RFC 8410, section 7), up to the seed itself. */
const PKCS8_HEAD = Uint8Array.from([0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20])

export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What a link hands over: `<base64url seed>.<process id>.<body>`. */
export type Handed = { readonly seed: Uint8Array<ArrayBuffer>; readonly process: string; readonly body: string }

/** Reads the fragment of a `/take` link; nothing where it is not one. */
export const readHanded = (fragment: string): Handed | null => {
  const [seedText = '', process = '', body = '', ...more] = fragment.replace(/^#/, '').split('.')
  const seed = fromBase64Url(seedText)
  if (seed === null || seed.length !== SEED || more.length > 0) return null
  if (!/^[0-9a-f]{32}$/.test(process) || !/^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(body)) return null
  return { seed, process, body }
}

/** Makes the seed a key of this browser. The public half is read from an extractable copy that is dropped at once. */
export const takeKey = async ({ seed, process, body }: Handed): Promise<DeviceKey> => {
  const document = new Uint8Array([...PKCS8_HEAD, ...seed])
  const readable = await crypto.subtle.importKey('pkcs8', document, 'Ed25519', true, ['sign'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', readable)
  const secret = await crypto.subtle.importKey('pkcs8', document, 'Ed25519', false, ['sign'])
  const taken = { process, body, key: toHex(fromBase64Url(x) ?? new Uint8Array()), secret }
  await keep.put('keys', `${process}/${body}`, taken)
  keysChanged()
  return taken
}

/** The keys of this browser, of one process or of all. */
export const keysHere = async (process?: string): Promise<readonly DeviceKey[]> => {
  const all = await keep.all<DeviceKey>('keys')
  return process === undefined ? all : all.filter((key) => key.process === process)
}

export const dropKey = async (key: DeviceKey): Promise<void> => {
  await keep.drop('keys', `${key.process}/${key.body}`)
  keysChanged()
}
