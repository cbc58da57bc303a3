import { appendFileSync } from 'node:fs'
import process from 'node:process'
import { Transform, type TransformCallback } from 'node:stream'
import { spec } from 'node:test/reporters'
import type { TestEvent } from './tally.ts'

// Node's own reporter, but for the closing lines of one part: `npm test` runs two parts and closes once, with the sum (test.ts).
// What a part counted goes line by line into the file that PARAPH_TALLY names.

/** The runner's closing counts arrive as diagnostics of the top level; anything else that tests say is passed on. */
const CLOSING = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/

const tally = process.env['PARAPH_TALLY']
const note = (value: unknown): void => {
  if (tally !== undefined) appendFileSync(tally, `${JSON.stringify(value)}\n`)
}

const told = new Transform({
  writableObjectMode: true,
  readableObjectMode: true,
  transform(event: TestEvent, _encoding: string, done: TransformCallback) {
    if (event.type === 'test:summary' && event.data.file === undefined)
      note({ counts: event.data.counts, duration: event.data.duration_ms, success: event.data.success })
    const { skip } = event.data
    if ((event.type === 'test:pass' || event.type === 'test:fail') && skip !== undefined && skip !== false)
      note({ skipped: event.data.name, because: typeof skip === 'string' ? skip : '', file: event.data.file })
    if (event.type === 'test:diagnostic' && event.data.nesting === 0 && CLOSING.test(event.data.message ?? '')) done()
    else done(null, event)
  },
})
told.pipe(new spec()).pipe(process.stdout)

export default async function* (events: AsyncIterable<TestEvent>): AsyncGenerator<never> {
  for await (const event of events) if (!told.write(event)) await new Promise((resolve) => told.once('drain', resolve))
  told.end()
}
