import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accept, fromHex, hex, type Result, refuse, utf8 } from '@paraph/record'
import { PRIVATE_MODE, replaceFile } from './write-all.ts'

/** Folders that only their owner may enter. */
export const PRIVATE_FOLDER_MODE = 0o700

/** Bytes of an Ed25519 seed (RFC 8032, section 5.1.5). */
export const SEED_LENGTH = 32

const NAME = /^[A-Za-z][A-Za-z0-9.-]{0,127}$/

/** A secret key as it is kept: the seed it is made from, and words for whoever finds the file. */
export type SecretKey = { readonly seed: Uint8Array; readonly purpose: string }

/** `key-missing`: no such key. `key-exposed`: others may read its file, `mode` says how. `key-unreadable`: the file is not of our making. */
export type KeyCode = 'key-missing' | 'key-exposed' | 'key-unreadable'

/** Secrets, the fourth kind of stored data: in no export, in a backup only when asked (11-fine-print, *Record*). Names: `log-<key id>`, `device-<key id>`. */
export type Secrets = {
  /** Durable before it returns, readable by the owner alone. A name is written once: another seed under it throws. */
  readonly saveKey: (name: string, key: SecretKey) => void
  readonly loadKey: (name: string) => Result<SecretKey, KeyCode>
  readonly keyNames: () => readonly string[]
}

/** Keys as files `<folder>/<name>.json` of mode 0600: `{"purpose":…,"seed":"<64 hex>"}`. */
export const secretsIn = (folder: string): Secrets => {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError(`no name of a key: ${name}`)
    return join(folder, `${name}.json`)
  }
  const loadKey: Secrets['loadKey'] = (name) => {
    const path = pathOf(name)
    if (!existsSync(path)) return refuse('key-missing', { name })
    const mode = statSync(path).mode & 0o777
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return refuse('key-exposed', { name, mode: mode.toString(8) })
    return parseKey(name, readFileSync(path, 'utf8'))
  }
  return {
    loadKey,
    saveKey: (name, { seed, purpose }) => {
      if (seed.length !== SEED_LENGTH) throw new RangeError(`a seed has ${SEED_LENGTH} bytes, not ${seed.length}`)
      const kept = loadKey(name)
      if (kept.ok && hex(kept.value.seed) === hex(seed)) return
      if (kept.ok || kept.refusal.code !== 'key-missing') throw new Error(`a key named ${name} is kept already`)
      mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE })
      chmodSync(folder, PRIVATE_FOLDER_MODE)
      replaceFile(pathOf(name), utf8(`${JSON.stringify({ purpose, seed: hex(seed) })}\n`), PRIVATE_MODE)
    },
    keyNames: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith('.json'))
            .map((name) => name.slice(0, -'.json'.length))
            .sort()
        : [],
  }
}

const parseKey = (name: string, text: string): Result<SecretKey, KeyCode> => {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null && 'seed' in json && typeof json.seed === 'string') {
      const seed = fromHex(json.seed)
      const purpose = 'purpose' in json && typeof json.purpose === 'string' ? json.purpose : ''
      if (seed.ok && seed.value.length === SEED_LENGTH) return accept({ seed: seed.value, purpose })
    }
  } catch {
    // said below, as for every other text that is no key
  }
  return refuse('key-unreadable', { name })
}
