import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { addressOf, type Captured, CapturedShape, ProblemShape } from '@paraph/api'
import { SOURCE_LIMIT } from '@paraph/documents'
import { accept, type ProcessId, type Result, refuse } from '@paraph/record'
import type { CaptureGiven } from '@paraph/server'
import type { Surroundings } from './surroundings.ts'

/** What a person named: an address, else a file with the content type that they say it has. A file that is too large is not read. */
export const givenBy = async (named: string, media: string | undefined, { folder }: Surroundings): Promise<Result<CaptureGiven>> => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(named)) return accept({ address: named })
  const path = resolve(folder, named)
  try {
    const { size } = await stat(path)
    if (size > SOURCE_LIMIT) return refuse('too-large', { size, limit: SOURCE_LIMIT })
    return accept({ bytes: new Uint8Array(await readFile(path)), media, name: basename(path) })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unreadable', { path: named, cause: String(error.code) })
    throw error
  }
}

/** Captures by the server that holds the folder: JSON for an address or a text, a file as it is. */
export const captureOver = async (
  { base, headers }: { readonly base: string; readonly headers: Readonly<Record<string, string>> },
  process: ProcessId,
  given: CaptureGiven,
): Promise<Result<Captured>> => {
  const query = 'bytes' in given && given.name !== undefined ? { name: given.name } : {}
  const address = `${base.replace(/\/+$/, '')}${addressOf('capture', { params: { ref: process }, query })}`
  const type = 'bytes' in given ? (given.media ?? 'application/octet-stream') : 'application/json'
  const body = 'bytes' in given ? new Blob([new Uint8Array(given.bytes)]) : JSON.stringify(given)
  try {
    const answer = await fetch(address, { method: 'POST', headers: { ...headers, 'content-type': type }, body })
    return read(answer.status, await answer.json())
  } catch (error) {
    return refuse('host-unreachable', { cause: error instanceof Error ? error.message : String(error), route: 'capture' })
  }
}

const read = (status: number, answer: unknown): Result<Captured> => {
  const captured = status === 201 ? CapturedShape.safeParse(answer) : undefined
  if (captured?.success === true) return accept(captured.data)
  const problem = ProblemShape.safeParse(answer)
  if (!problem.success) return refuse('answer-malformed', { status })
  const { code, path, facts, title } = problem.data
  return refuse(code, { ...facts, said: title }, path)
}
