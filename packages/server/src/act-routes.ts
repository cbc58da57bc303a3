import { statusOf } from '@paraph/api'
import { accept, HASH, type Json, type Receipt, refuse } from '@paraph/record'
import type { Body } from './answer.ts'
import { type Handlers, isOpen } from './asked.ts'
import type { Host } from './host.ts'

/** The one way in: opening a process, and acts for one that is open. Acts are signed by keys; a session opens no door here but the first. */
export const actRoutes = (host: Host): Pick<Handlers, 'makeLogKey' | 'open' | 'submit'> => ({
  makeLogKey: () => {
    const made = host.makeLogKey()
    return made.ok ? accept({ status: 201, shelf: 'private', body: () => accept({ json: made.value }) }) : made
  },

  open: async ({ body }) => {
    const filed = await host.found(body ?? null)
    if (!filed.ok) return filed
    const { receipt, fresh } = filed.value
    return accept({ status: fresh ? 201 : 200, shelf: 'private', body: () => accept(bodyOf(receipt)) })
  },

  submit: async ({ params, body, reader }) => {
    const ref = params['ref']!
    const filed = await host.submit(ref, body ?? null)
    if (filed.ok) {
      const { receipt, fresh } = filed.value
      return accept({ status: fresh ? 201 : 200, shelf: 'private', body: () => accept(bodyOf(receipt)) })
    }
    // Whose key stands in no process that they may see is not told that there is one; our own trouble is told, for they must retry.
    if (reader.signedIn || statusOf(filed.refusal.code) >= 500) return filed
    const record = await host.record(ref)
    const mayKnow = record.ok && (isOpen(record.value) || record.value.state.keys.enrolled.has(keyIn(body)))
    return mayKnow ? filed : refuse('process-unknown', { ref })
  },
})

/** Made member by member, so there is nothing that the route's schema would have to drop. */
const bodyOf = (receipt: Receipt): Body => ({ text: JSON.stringify(receipt) })

const keyIn = (body: Json | undefined): string => {
  const key = typeof body === 'object' && body !== null && 'key' in body ? body.key : undefined
  return typeof key === 'string' && HASH.test(key) ? key : ''
}
