import type { Primitives, Signed } from '@paraph/record'
import { SIGNATURE_BATCH_LIMIT } from './limits.ts'

type Waiting = { readonly signed: Signed; readonly answer: (valid: boolean) => void; readonly fail: (error: unknown) => void }

/** Gathers the signatures of submissions that arrive together and checks them in one call; while one call runs the next batch gathers. */
export const signatureChecks = (verify: Primitives['verify']): ((signed: Signed) => Promise<boolean>) => {
  const waiting: Waiting[] = []
  let running = false

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, SIGNATURE_BATCH_LIMIT)
      try {
        const answers = await verify(batch.map(({ signed }) => signed))
        for (const [at, { answer }] of batch.entries()) answer(answers[at] === true)
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    running = false
  }

  return (signed) =>
    new Promise((answer, fail) => {
      waiting.push({ signed, answer, fail })
      if (running) return
      running = true
      setImmediate(run)
    })
}
