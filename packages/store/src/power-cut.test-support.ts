import { dirname } from 'node:path'

/** One thing that a traced run did to files, or a line that it said, in the order of the trace. Paths are absolute. */
export type Step =
  | { readonly does: 'make'; readonly path: string; readonly empties: boolean }
  | { readonly does: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly does: 'cut'; readonly path: string; readonly length: number }
  | { readonly does: 'sync'; readonly path: string }
  | { readonly does: 'rename'; readonly from: string; readonly path: string }
  | { readonly does: 'remove'; readonly path: string }
  | { readonly does: 'say'; readonly line: string }

/** Calls that change files or make a change last. A call of these that is not understood throws: what is not replayed proves nothing. */
export const TRACED =
  'openat,open,creat,pwrite64,write,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat'

/** Options of strace for `stepsOf`: whole strings in hexadecimal, file descriptors with their paths. */
export const TRACE_OPTIONS = ['-f', '--seccomp-bpf', '-y', '-xx', '-s', '1000000', '-e', `trace=${TRACED}`] as const

const decode = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const STRING = /"((?:\\x[0-9a-f]{2})*)"/g

/** What a trace of `TRACE_OPTIONS` says about the files below `home` and about the standard output. */
export const stepsOf = (trace: string, home: string): readonly Step[] => {
  const steps: Step[] = []
  const begun = new Map<string, string>()
  const places = new Map<string, number>()
  for (const line of trace.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) begun.set(pid, rest.slice(0, -'<unfinished ...>'.length))
    else {
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest)
      const step = stepOf(resumed === null ? rest : `${begun.get(pid) ?? ''}${resumed[1]}`, { home, places })
      if (step !== undefined) steps.push(step)
    }
  }
  return steps
}

const stepOf = (call: string, { home, places }: { readonly home: string; readonly places: Map<string, number> }): Step | undefined => {
  const [, name = '', words = '', answer = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(call) ?? []
  if (name === '' || Number(answer) < 0) return undefined
  const strings = [...words.matchAll(STRING)].map(([, text]) => decode(text!))
  const [, file = '', named = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/.exec(words) ?? []
  const path = file === '' ? strings[0]?.toString('utf8') : decode(named).toString('utf8')
  if (name === 'write' && file === '1') return { does: 'say', line: strings[0]!.toString('utf8').trimEnd() }
  if (path === undefined || !(path === home || path.startsWith(`${home}/`)) || path.endsWith('-shm')) return undefined
  const numbers = words
    .replace(STRING, '')
    .split(',')
    .map((word) => Number(word))
  switch (name) {
    case 'openat':
      places.set(answer, 0)
      return /O_CREAT|O_TRUNC/.test(words) ? { does: 'make', path, empties: words.includes('O_TRUNC') } : undefined
    case 'pwrite64':
      return { does: 'write', path, at: numbers[3]!, bytes: strings[0]!.subarray(0, Number(answer)) }
    case 'write': {
      const at = places.get(file) ?? 0
      places.set(file, at + Number(answer))
      return { does: 'write', path, at, bytes: strings[0]!.subarray(0, Number(answer)) }
    }
    case 'ftruncate':
      return { does: 'cut', path, length: numbers[1]! }
    case 'fsync':
    case 'fdatasync':
      return { does: 'sync', path }
    case 'rename':
      return { does: 'rename', from: path, path: strings[1]!.toString('utf8') }
    case 'unlink':
      return { does: 'remove', path }
    default:
      throw new Error(`${name} is not replayed: ${words.slice(0, 200)}`)
  }
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }
type File = { kept: Buffer; unsynced: Change[] }
type Naming = { readonly folder: string; readonly apply: (names: Map<string, File>) => void }

/** A folder as a power cut leaves it: bytes by path. */
export type Left = ReadonlyMap<string, Buffer>

/** Between 0 and 1, the next of a sequence. */
export type Draw = () => number

/** Which of the changes that nobody synced a power cut let through: all that were begun, none, some, and of each write perhaps a part. */
export type Luck = { readonly change: Draw; readonly torn: Draw; readonly naming: Draw }
export const NOTHING: Luck = { change: () => 1, torn: () => 1, naming: () => 0 }
export const EVERYTHING: Luck = { change: () => 0, torn: () => 1, naming: () => 1 }

/** Bytes that a disk writes whole or not at all. */
const SECTOR = 512
const MAY_TEAR = 0.2

/**
 * A disk that keeps only what was synced: the bytes of a file by its own sync, its name by a sync of its folder, as POSIX promises and no more.
 * Of the rest any part may have come through, in any order; names alone come in order, as a journal has them.
 */
export const disk = () => {
  const names = new Map<string, File>()
  const kept = new Map<string, File>()
  let naming: Naming[] = []
  const name = (path: string, apply: Naming['apply']): void => {
    apply(names)
    naming.push({ folder: dirname(path), apply })
  }
  const at = (path: string): File => {
    const file = names.get(path)
    if (file === undefined) throw new Error(`${path} is used and was never made`)
    return file
  }
  return {
    take: (step: Step): void => {
      switch (step.does) {
        case 'make': {
          const file: File = names.get(step.path) ?? { kept: Buffer.alloc(0), unsynced: [] }
          if (!names.has(step.path)) name(step.path, (map) => map.set(step.path, file))
          else if (step.empties) file.unsynced.push({ length: 0 })
          return
        }
        case 'write':
          at(step.path).unsynced.push({ at: step.at, bytes: step.bytes })
          return
        case 'cut':
          at(step.path).unsynced.push({ length: step.length })
          return
        case 'sync': {
          for (const one of naming) if (one.folder === step.path) one.apply(kept)
          naming = naming.filter((one) => one.folder !== step.path)
          const file = names.get(step.path)
          if (file === undefined) return
          file.kept = file.unsynced.reduce(changed, file.kept)
          file.unsynced = []
          return
        }
        case 'rename': {
          const file = at(step.from)
          name(step.path, (map) => {
            map.delete(step.from)
            map.set(step.path, file)
          })
          return
        }
        case 'remove':
          name(step.path, (map) => map.delete(step.path))
          return
        case 'say':
          return
      }
    },
    /** What is there after the power was cut now. */
    cut: ({ change, torn, naming: drawNaming }: Luck): Left => {
      const left = new Map(kept)
      for (const { apply } of naming.slice(0, Math.round(drawNaming() * naming.length))) apply(left)
      const bytesOf = ({ kept: bytes, unsynced }: File): Buffer =>
        unsynced
          .filter(() => change() < 0.5)
          .reduce<Buffer>((have, next) => changed(have, torn() < MAY_TEAR ? tornOf(next, torn) : next), bytes)
      return new Map([...left].map(([path, file]) => [path, bytesOf(file)]))
    },
  }
}

const changed = (bytes: Buffer, change: Change): Buffer => {
  if ('length' in change)
    return change.length <= bytes.length
      ? bytes.subarray(0, change.length)
      : Buffer.concat([bytes, Buffer.alloc(change.length - bytes.length)])
  const next = Buffer.alloc(Math.max(bytes.length, change.at + change.bytes.length))
  bytes.copy(next)
  change.bytes.copy(next, change.at)
  return next
}

const tornOf = (change: Change, torn: Draw): Change =>
  'length' in change
    ? change
    : { at: change.at, bytes: change.bytes.subarray(0, Math.floor((torn() * change.bytes.length) / SECTOR) * SECTOR) }

/** A sequence of draws that a seed fixes (mulberry32). */
export const drawsOf = (seed: number): Draw => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
