// Longer than 250 lines: one table of what the page may ask of this worker; each answer is short, and they share what is held here.
import './without-eval.ts'
import {
  type Cancel,
  type Fault as RecordFault,
  fromUtf8,
  type Json,
  type Opening,
  type Primitives,
  type ProcessId,
  type Progress as Verification,
  type Result,
  refuse,
  type Verdict,
  type Verified as RecordVerified,
  verifyBundle,
  verifyRecord,
} from '@paraph/record'
import { browserPrimitives, browserScrypt } from '@paraph/record/browser'
import { follow, type Gathered, gathered, hostSource, type Memory, signAct, transport } from '@paraph/client'
import { kindOf, meaning, type State } from '@paraph/talks'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { keep } from '../kept-records.ts'
import { fromHexText } from './hex.ts'
import { type Held, holding } from './held.ts'
import type { Asked, Fault, FromWorker, Progress, ToWorker, Verified } from './protocol.ts'
import { recordIndex } from '../search/record-index.ts'
import { hitsOf, rowsOf, viewOf } from './views.ts'

/** A process as this window follows it. */
type Following = {
  readonly held: Held
  readonly id: ProcessId
  followed?: RecordVerified<Gathered<State>>
  /** made when somebody first searches */
  index?: ReturnType<typeof recordIndex>
}
const processes = new Map<string, Following>()
const cancels = new Map<number, AbortController>()

const memory: Memory = {
  recall: (process) => keep.get<string>('heads', process),
  keep: (process, checkpoint) => keep.put('heads', process, checkpoint).catch(() => {}),
}

let primitives: Promise<Result<Primitives>> | undefined
const given = () => {
  primitives ??= browserPrimitives()
  return primitives
}

const answers: {
  [Kind in Asked['do']]: (
    asked: Extract<Asked, { do: Kind }>,
    on: { progress: (progress: Progress) => void; signal: Cancel },
  ) => Promise<Result<unknown>>
} = {
  follow: async ({ process, base }, { progress, signal }) => {
    const using = await given()
    if (!using.ok) return using
    const place = await placeOf(process, base, using.value)
    if (!place.ok) return place
    const following = place.value
    const came = await follow({
      process: following.id,
      source: following.held.live,
      primitives: using.value,
      meaning: gathered(meaning(using.value)),
      memory,
      signal,
      onProgress: (one) => progress(said(one)),
    })
    if (came.came === 'verified') {
      following.followed = came.verified
      return { ok: true, value: { size: came.verified.size } }
    }
    if (came.came === 'silent') return refuse(came.code)
    if (came.came === 'cancelled') return refuse('cancelled')
    return { ok: false, refusal: came.came === 'differs' ? faultOf(came.fault) : { code: came.reason, facts: came.facts } }
  },
  view: async ({ process, view, query, language }) => {
    const opened = checked(process)?.followed?.state.opened
    return opened === undefined ? refuse('not-checked') : viewOf(opened, { view, query, language })
  },
  rows: async ({ process, before, limit, language }) => {
    const opened = checked(process)?.followed?.state.opened
    return opened === undefined ? refuse('not-checked') : rowsOf(opened, { before, limit, language })
  },
  search: async ({ process, text, noun, by, language }, { progress }) => {
    const following = checked(process)
    const opened = following?.followed?.state.opened
    if (following === undefined || opened === undefined) return refuse('not-checked')
    following.index ??= recordIndex()
    await following.index.grow(opened, (done, of) => progress({ stage: 'index', done, of }))
    return hitsOf(opened, following.index.search({ text, noun, by }), language)
  },
  leaf: async ({ process, hash }) => {
    const opening = checked(process)?.followed?.state.openings.find((one) => one.hash === hash)
    return opening === undefined ? refuse('entry-unknown', {}) : bytesOf(process, opening)
  },
  verify: async ({ process }, { progress, signal }) => {
    const using = await given()
    if (!using.ok) return using
    const following = processes.get(process)
    if (following?.held.note() === undefined) return refuse('not-fetched')
    const began = performance.now()
    const verdict = await verifyRecord(following.held.held, {
      primitives: using.value,
      meaning: meaning(using.value),
      trust: following.id,
      signal,
      onProgress: (one) => progress(said(one)),
    })
    return verifiedOf(verdict, { began, bundle: false })
  },
  bundle: async ({ bytes, trust }, { progress, signal }) => {
    const using = await given()
    if (!using.ok) return using
    const began = performance.now()
    const verdict = await verifyBundle(new Uint8Array(bytes), {
      primitives: using.value,
      meaning: meaning(using.value),
      scrypt: browserScrypt,
      signal,
      ...(trust === undefined ? {} : { trust }),
      onProgress: (one) => progress(said(one)),
    })
    return verifiedOf(verdict, { began, bundle: true })
  },
  sign: async ({ process, by, act }) => {
    const using = await given()
    if (!using.ok) return using
    const following = checked(process)
    if (following?.followed === undefined) return refuse('not-checked')
    const key = await keep.get<DeviceKey>('keys', `${following.id}/${by}`)
    if (key === undefined) return refuse('no-key-here', { body: by })
    const { origin, size, root, state } = following.followed
    // A solemn act names a person: the member whose key this is.
    const person =
      kindOf(String((act as { type?: unknown }).type))?.solemn === true ? state.state.keys.enrolled.get(key.key)?.member : undefined
    const signed = await signAct({
      primitives: using.value,
      signer: {
        publicKey: fromHexText(key.key),
        sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key.secret, new Uint8Array(message))),
      },
      by: by as Parameters<typeof signAct>[0]['by'],
      ...(person === undefined ? {} : { person: person as NonNullable<Parameters<typeof signAct>[0]['person']> }),
      log: origin,
      saw: { size, root },
      now: new Date().toISOString() as Parameters<typeof signAct>[0]['now'],
      salt: crypto.getRandomValues(new Uint8Array(32)),
      act: act as Json & { type: string },
    })
    return { ok: true, value: signed }
  },
}

/** Progress as the page says it: reading, then folding and signatures, whichever is behind. */
const said = ({ read, folded, signatures, entries }: Verification): Progress =>
  read < entries ? { stage: 'fetch', done: read, of: entries } : { stage: 'check', done: Math.min(folded, signatures), of: entries }

const checked = (process: string): Following | undefined => {
  const following = processes.get(process)
  return following?.followed === undefined ? undefined : following
}

const placeOf = async (process: string, base: string, using: Primitives): Promise<Result<Following>> => {
  const before = processes.get(process)
  if (before !== undefined) return { ok: true, value: before }
  const host = transport((address, rest) => fetch(address, rest), { base })
  const named = await host.ask('process', { params: { ref: process } })
  if (!named.ok) return named
  const following = { id: named.value.id, held: holding(hostSource(host, { process: named.value.id, sha256: using.sha256 })) }
  processes.set(process, following)
  return { ok: true, value: following }
}

const faultOf = ({ name, index, facts }: RecordFault): Fault => ({ code: name, facts, ...(index === undefined ? {} : { entry: index }) })

const verifiedOf = (verdict: Verdict<State>, { began, bundle }: { began: number; bundle: boolean }): Result<Verified> => {
  if (verdict.verdict === 'cancelled') return refuse('cancelled')
  if (verdict.verdict === 'unreadable') return refuse(verdict.reason, verdict.facts)
  if (verdict.verdict === 'fault') return { ok: false, refusal: faultOf(verdict.fault) }
  const { counts, size, root, keys, state } = verdict
  const opened = state.process.opened?.act
  return {
    ok: true,
    value: {
      process: verdict.process,
      title: opened?.title ?? null,
      nature: opened?.nature ?? 'process',
      keysArePublic: opened?.keysArePublic === true,
      size,
      root,
      origin: verdict.origin,
      newest: verdict.newest,
      identity: verdict.identity,
      counts,
      keys: keys.length,
      bundle,
      milliseconds: Math.round(performance.now() - began),
    },
  }
}

/** The leaf's exact bytes out of the tile that was fetched, and the act beside it. */
const bytesOf = async (process: string, opening: Opening): Promise<Result<unknown>> => {
  const following = processes.get(process)
  if (following === undefined) return refuse('not-checked')
  const leaf = await leafText(following, opening.index)
  const [act] = await following.held.held.acts([opening.hash])
  const text = act === undefined ? undefined : fromUtf8(act)
  const parsed = text?.ok ? (JSON.parse(text.value) as { act: Json; salt: string }) : undefined
  const json = text?.ok && parsed !== undefined ? text.value.slice('{"act":'.length, -`,"salt":"${parsed.salt}"}`.length) : undefined
  return {
    ok: true,
    value: {
      index: opening.index,
      leaf,
      act: parsed === undefined || json === undefined ? (opening.act === 'erased' ? 'erased' : 'withheld') : { json, salt: parsed.salt },
    },
  }
}

const TILE = 256
/** The leaf at an index: entry bundles are frames of a 16-bit big-endian length and the leaf. */
const leafText = async (following: Following, index: number): Promise<string> => {
  const size = following.followed?.size ?? 0
  const tile = Math.floor(index / TILE)
  const bytes = await following.held.held.entryTile({ index: tile, width: Math.min(TILE, size - tile * TILE) } as Parameters<
    Held['held']['entryTile']
  >[0])
  if (bytes === undefined) return ''
  let at = 0
  for (let skipped = 0; skipped < index % TILE; skipped++) at += 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const text = fromUtf8(bytes.subarray(at + 2, at + 2 + length))
  return text.ok ? text.value : ''
}

const tell = (message: FromWorker): void => self.postMessage(message)

/** Ms between two words on how far a question is: each is a message, and the page draws itself anew. */
const PROGRESS_STEP = 100

const telling = (id: number): ((progress: Progress) => void) => {
  let last = Number.NEGATIVE_INFINITY
  return (progress) => {
    const now = performance.now()
    if (now - last < PROGRESS_STEP) return
    last = now
    tell({ id, progress })
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('cancel' in data) {
    cancels.get(data.cancel)?.abort()
    return
  }
  const { id, asked } = data
  const cancel = new AbortController()
  cancels.set(id, cancel)
  const on = { progress: telling(id), signal: cancel.signal }
  try {
    tell({ id, answer: await answers[asked.do](asked as never, on) })
  } catch (error) {
    tell({ id, answer: refuse('check-stopped', { said: error instanceof Error ? error.message : String(error) }) })
  } finally {
    cancels.delete(id)
  }
})
