import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { isAgreed, type Primitives, type Signed } from '../index.ts'
import { nodePrimitives } from './primitives.ts'

/** Below this many signatures a batch is checked on the calling thread: sending it would cost more. */
export const POOL_THRESHOLD = 16

/** Threads in a pool, whatever the machine has. */
export const POOL_LIMIT = 64

/** Ed25519 on every core for whole records. `close` waits for what is under way; a pool that nobody closes keeps no process alive when idle. */
export type VerifyPool = { readonly primitives: Primitives; readonly close: () => Promise<void> }

/** Bytes before each message in a packed batch: its length, the key, the signature. */
const HEADER = 4 + 32 + 64

/**
 * What a thread does. It is sent as its own text, so that a bundle of this program in one file needs no second file beside it: it may use nothing
 * from around it.
 */
const work = (): void => {
  const { createPublicKey, verify } = process.getBuiltinModule('node:crypto')
  const port = process.getBuiltinModule('node:worker_threads').parentPort!
  const spki = Buffer.from('302a300506032b6570032100', 'hex')
  const keys = new Map<string, ReturnType<typeof createPublicKey> | undefined>()
  const keyOf = (raw: Buffer) => {
    const name = raw.toString('latin1')
    if (keys.has(name)) return keys.get(name)
    if (keys.size >= 4096) keys.clear()
    let key: ReturnType<typeof createPublicKey> | undefined
    try {
      key = createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })
    } catch {}
    keys.set(name, key)
    return key
  }
  port.on('message', ({ id, count, packed }: { id: number; count: number; packed: ArrayBuffer }) => {
    const bytes = Buffer.from(packed)
    const answers = new Uint8Array(count)
    let at = 0
    for (let signed = 0; signed < count; signed++) {
      const end = at + 100 + bytes.readUInt32LE(at)
      const key = keyOf(bytes.subarray(at + 4, at + 36))
      answers[signed] = key !== undefined && verify(null, bytes.subarray(at + 100, end), key, bytes.subarray(at + 36, at + 100)) ? 1 : 0
      at = end
    }
    port.postMessage({ id, answers })
  })
}

type Thread = { readonly worker: Worker; underWay: number }
type Waiting = { readonly thread: Thread; readonly resolve: (answers: Uint8Array) => void; readonly reject: (error: Error) => void }

/** A pool of `threads` (default: one a core), started by its first large batch. */
export const verifyPool = ({ threads = availableParallelism() }: { readonly threads?: number } = {}): VerifyPool => {
  const count = Math.max(1, Math.min(POOL_LIMIT, threads))
  const pool: Thread[] = []
  const waiting = new Map<number, Waiting>()
  const underWay = new Set<Promise<Uint8Array>>()
  let next = 0
  let isClosed = false

  /** A thread that ended takes its batches with it, and is replaced by the next batch. */
  const fail = (thread: Thread, error: Error): void => {
    const at = pool.indexOf(thread)
    if (at >= 0) pool.splice(at, 1)
    for (const [id, one] of waiting) {
      if (one.thread !== thread) continue
      waiting.delete(id)
      one.reject(error)
    }
  }

  const settle = (thread: Thread, { id, answers }: { id: number; answers: Uint8Array }): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    thread.underWay--
    if (thread.underWay === 0) thread.worker.unref()
    one?.resolve(answers)
  }

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(`(${work.toString()})()`, { eval: true }), underWay: 0 }
    thread.worker.on('message', (answer) => settle(thread, answer))
    thread.worker.on('error', (error) => fail(thread, error))
    thread.worker.on('exit', () => fail(thread, new Error('a verification thread ended')))
    thread.worker.unref()
    return thread
  }

  const send = (batch: readonly Signed[]): Promise<Uint8Array> => {
    while (pool.length < count) pool.push(start())
    const thread = pool.reduce((idlest, other) => (other.underWay < idlest.underWay ? other : idlest))
    const packed = pack(batch)
    const id = next++
    if (thread.underWay === 0) thread.worker.ref()
    thread.underWay++
    const answered = new Promise<Uint8Array>((resolve, reject) => {
      waiting.set(id, { thread, resolve, reject })
      thread.worker.postMessage({ id, count: batch.length, packed }, [packed])
    })
    underWay.add(answered)
    const done = (): void => {
      underWay.delete(answered)
    }
    answered.then(done, done)
    return answered
  }

  const verify: Primitives['verify'] = async (batch) => {
    if (isClosed) throw new Error('the verification pool is closed')
    if (batch.length < POOL_THRESHOLD || !batch.every(isAgreed)) return nodePrimitives.verify(batch)
    const answers = await send(batch)
    return Array.from(answers, (answer) => answer === 1)
  }

  const close = async (): Promise<void> => {
    isClosed = true
    await Promise.allSettled(underWay)
    await Promise.all(pool.splice(0).map(({ worker }) => worker.terminate()))
  }

  return { primitives: { sha256: nodePrimitives.sha256, verify }, close }
}

/** One piece of memory for a batch: it is moved to the thread, not copied object by object. */
const pack = (batch: readonly Signed[]): ArrayBuffer => {
  const packed = new ArrayBuffer(batch.reduce((length, { message }) => length + HEADER + message.length, 0))
  const bytes = new Uint8Array(packed)
  const view = new DataView(packed)
  let at = 0
  for (const { publicKey, signature, message } of batch) {
    view.setUint32(at, message.length, true)
    bytes.set(publicKey, at + 4)
    bytes.set(signature, at + 36)
    bytes.set(message, at + HEADER)
    at += HEADER + message.length
  }
  return packed
}
