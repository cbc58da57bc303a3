import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { accept, type Result, refuse } from '@paraph/record'
import type { Reader } from './asked.ts'
import type { Host, Moved } from './host.ts'
import { HEARTBEAT, RECONNECT, STREAM_BACKLOG, STREAMS_LIMIT, STREAMS_OF_ADDRESS_LIMIT } from './limits.ts'

type Stream = { readonly response: ServerResponse; readonly reader: Reader }

/** Live notice: one stream a browser, `{ process, size, root }` for every process that it may see. Clients fetch what they lack. */
export type Events = {
  /** Whether one more stream may open. */
  readonly room: (reader: Reader) => Result<void>
  /** Takes the response over until its reader leaves, its session ends or the server closes. */
  readonly open: (stream: Stream, lastEventId: string | undefined) => Promise<void>
  /** how many are open */
  readonly count: () => number
  readonly close: () => void
}

/**
 * An event's id is `<start of this server>.<number>`: with an id of this start only the processes that moved since are told, without one the
 * newest checkpoint of all. Nothing else is needed to resume, for a checkpoint stands for all before it.
 */
export const openEvents = (host: Host): Events => {
  const start = randomBytes(6).toString('hex')
  const streams = new Set<Stream>()
  const newest = new Map<string, number>()
  let count = 0

  const drop = (stream: Stream): void => {
    streams.delete(stream)
    stream.response.end()
  }
  const send = (stream: Stream, text: string): void => {
    if (stream.response.destroyed || stream.response.writableLength > STREAM_BACKLOG) {
      stream.response.destroy()
      streams.delete(stream)
    } else stream.response.write(text)
  }
  const eventOf = ({ process, size, root }: Moved, number: number): string =>
    `event: checkpoint\nid: ${start}.${number}\ndata: ${JSON.stringify({ process, size, root })}\n\n`

  const unfollow = host.follow((moved) => {
    const number = ++count
    newest.set(moved.process, number)
    const event = eventOf(moved, number)
    for (const stream of streams) if (stream.reader.signedIn || moved.open) send(stream, event)
  })
  const heartbeat = setInterval(() => {
    for (const stream of streams) send(stream, ':\n\n')
  }, HEARTBEAT)
  heartbeat.unref()

  return {
    room: (reader) => {
      const mine = [...streams].filter((stream) => stream.reader.address === reader.address).length
      if (streams.size >= STREAMS_LIMIT) return refuse('too-many-streams', { limit: STREAMS_LIMIT })
      return mine >= STREAMS_OF_ADDRESS_LIMIT ? refuse('too-many-streams', { limit: STREAMS_OF_ADDRESS_LIMIT }) : accept(undefined)
    },
    open: async (stream, lastEventId) => {
      streams.add(stream)
      const ended = () => drop(stream)
      stream.reader.session?.onEnd.add(ended)
      stream.response.on('close', () => {
        streams.delete(stream)
        stream.reader.session?.onEnd.delete(ended)
      })
      send(stream, `retry: ${RECONNECT}\n\n`)
      const [theirStart, theirNumber] = (lastEventId ?? '').split('.')
      const since = theirStart === start && /^\d{1,15}$/.test(theirNumber ?? '') ? Number(theirNumber) : -1
      // Where the store cannot be read now, its heads are told when it can be again.
      const listed = await host.list()
      for (const head of listed.ok ? listed.value : []) {
        const number = newest.get(head.process) ?? 0
        if (number > since && (stream.reader.signedIn || head.open)) send(stream, eventOf(head, number))
      }
    },
    count: () => streams.size,
    close: () => {
      unfollow()
      clearInterval(heartbeat)
      for (const stream of streams) drop(stream)
    },
  }
}
