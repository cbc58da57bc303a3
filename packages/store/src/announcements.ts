import type { ProcessId, RecordSize } from '@paraph/record'
import pg from 'pg'
import { causeOf } from './postgres-errors.ts'
import type { Follower } from './store.ts'

/** The channel of every new head; what is said on it is `<schema> <process> <size>`. */
export const HEAD_CHANNEL = 'paraph_head'
/** Before a broken connection is tried again: at first, and at most, in ms. */
export const RETRY_WAITS = { first: 100, most: 10_000 } as const
/** How often the listening connection is asked whether it is alive, in ms. */
export const HEARTBEAT = 15_000

/**
 * Listens on a connection of its own, from the first follower on, and comes back after every break. What was announced meanwhile cannot be had
 * again, so after each beginning every head is told.
 */
export const announcements = (
  settings: pg.ClientConfig,
  everyHead: () => Promise<readonly { readonly log: string; readonly size: number }[]>,
): { readonly follow: (follower: Follower) => () => void; readonly close: () => Promise<void> } => {
  const followers = new Set<Follower>()
  let closed = false
  let hangUp = (): void => {}
  let listening: Promise<void> | undefined

  const tell = (log: string, size: number): void => {
    for (const follower of followers) follower({ log: log as ProcessId, size: size as RecordSize })
  }

  /** Until the connection ends. */
  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client(settings)
    const ended = new Promise<void>((resolve) => {
      hangUp = resolve
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    const beat = setInterval(() => {
      client.query('select 1').catch(() => hangUp())
    }, HEARTBEAT)
    try {
      await client.connect()
      const { rows } = await client.query<{ schema: string }>('select current_schema() as schema')
      client.on('notification', ({ payload = '' }) => {
        const [schema, log = '', size] = payload.split(' ')
        if (schema === rows[0]?.schema) tell(log, Number(size))
      })
      await client.query(`listen ${HEAD_CHANNEL}`)
      for (const { log, size } of await everyHead()) tell(log, size)
      if (!closed) await ended
    } finally {
      clearInterval(beat)
      // A server that has fallen silent does not answer to a farewell either.
      void client.end().catch(() => {})
    }
  }

  const listen = async (): Promise<void> => {
    let wait: number = RETRY_WAITS.first
    while (!closed) {
      const began = performance.now()
      try {
        await listenOnce()
      } catch (error) {
        // Whatever the server says, even that a table is gone, may be put right while we wait.
        if (causeOf(error) === undefined && !(error instanceof pg.DatabaseError)) throw error
      }
      if (closed) return
      if (performance.now() - began > RETRY_WAITS.most) wait = RETRY_WAITS.first
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait)
        hangUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wait = Math.min(2 * wait, RETRY_WAITS.most)
    }
  }

  return {
    follow: (follower) => {
      followers.add(follower)
      listening ??= listen()
      return () => followers.delete(follower)
    },
    close: async () => {
      closed = true
      hangUp()
      await listening
    },
  }
}
