import { type NoteKey, parseVkey, vkeyOf } from './note.ts'
import type { Primitives } from './primitives.ts'
import { accept, type Result, refuse } from './result.ts'

/** Characters of a policy file and logs in it (c2sp.org/tlog-policy asks for at least 32). */
export const POLICY_LIMIT = 65_536
export const POLICY_LOG_LIMIT = 64

/** Whom a verifier trusts to sign checkpoints. Without witnesses yet: the quorum is `none`. */
export type Policy = { readonly logs: readonly NoteKey[] }

/** What reading a policy may refuse. `policy-has-witnesses`: well formed perhaps, but this version cannot check cosignatures. */
export type PolicyCode = 'policy-oversize' | 'policy-malformed' | 'policy-has-witnesses'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the format forbids.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** The policy file of one log without witnesses (c2sp.org/tlog-policy). */
export const policyText = (key: NoteKey): string => `log ${vkeyOf(key)}\nquorum none\n`

/** A policy out of its file's text. */
export const parsePolicy = (sha256: Primitives['sha256'], text: string): Result<Policy, PolicyCode> => {
  if (text.length > POLICY_LIMIT) return refuse('policy-oversize', { limit: POLICY_LIMIT })
  if (FORBIDDEN.test(text) || !text.endsWith('\n')) return refuse('policy-malformed', { line: 0 })
  const logs: NoteKey[] = []
  let quorums = 0
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    const wrong = refuse('policy-malformed', { line: at + 1 })
    if (words.length === 0 || words[0]!.startsWith('#')) continue
    if (words[0] === 'witness' || words[0] === 'group') return refuse('policy-has-witnesses', { line: at + 1 })
    if (words[0] === 'quorum' && words.length === 2) {
      if (words[1] !== 'none') return refuse('policy-has-witnesses', { line: at + 1 })
      quorums++
      continue
    }
    if (words[0] !== 'log' || words.length < 2 || words.length > 3) return wrong
    const key = parseVkey(sha256, words[1]!)
    if (!key.ok || logs.some((log) => String(log.publicKey) === String(key.value.publicKey))) return wrong
    if (logs.length === POLICY_LOG_LIMIT) return refuse('policy-oversize', { limit: POLICY_LOG_LIMIT })
    logs.push(key.value)
  }
  return quorums === 1 ? accept({ logs }) : refuse('policy-malformed', { line: 0 })
}
