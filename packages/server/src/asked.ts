import type { RouteName } from '@paraph/api'
import { type Json, type Result, refuse } from '@paraph/record'
import type { Reply } from './answer.ts'
import type { Host, Hosted } from './host.ts'
import { isPublished } from '@paraph/talks'
import type { Spoken } from './language.ts'
import type { Session } from './sessions.ts'
import type { Upload } from './uploads.ts'

/** A request after its parts were parsed by the route's schemas. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  /** what was posted, parsed as JSON and by nothing else yet */
  readonly body: Json | undefined
  readonly language: Spoken
  readonly reader: Reader
  /** what came instead of JSON, and whether its sender is still there */
  readonly upload?: Upload
}

/** Who asks. `signedIn`: by a session's cookie, or as a command of the folder's owner. It gives no right in any process. */
export type Reader = {
  readonly signedIn: boolean
  readonly session: Session | undefined
  readonly secret: string | undefined
  readonly address: string
}

export type Handler = (asked: Asked) => Result<Reply> | Promise<Result<Reply>>
export type Handlers = { readonly [Name in Exclude<RouteName, 'events' | 'metrics'>]: Handler }

/** A process whose founding act says that its keys are public is open to everybody; every other needs a session. */
export const isOpen = (record: Pick<Hosted, 'state'>): boolean => record.state.process.opened?.act.keysArePublic === true

/** The record of a process as tiles and checkpoint, if this reader may see it: what was published is everybody's to check. */
export const readableRecord = async (host: Host, reader: Reader, ref: string): Promise<Result<Hosted>> => {
  const record = await host.record(ref)
  return record.ok && isPublished(record.value.state) ? record : readable(host, reader, ref)
}

/** The process that an address names, if this reader may see it: who may not is told that there is none. */
export const readable = async (host: Host, reader: Reader, ref: string): Promise<Result<Hosted>> => {
  const record = await host.record(ref)
  // Our own trouble is told to everybody: it is the same whether there is such a process or not.
  if (!record.ok) return reader.signedIn || record.refusal.code !== 'database-damaged' ? record : refuse('process-unknown', { ref })
  return reader.signedIn || isOpen(record.value) ? record : refuse('process-unknown', { ref })
}
