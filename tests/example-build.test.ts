import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { examples } from '@paraph/examples'
import { answerOf, inFolder, paraph } from './command-line.test-support.ts'

type Built = { readonly process: string; readonly bytes: Buffer }

/** The example as a fresh folder gives it, from a process whose clock, zone and language are others each time. */
const built = (slug: string, env: Readonly<Record<string, string>>): Promise<Built> =>
  inFolder(async (home) => {
    const ended = await paraph(home, ['export', slug, '-o', 'x.paraph', '--json'], { env })
    assert.equal(ended.status, 0, ended.complained)
    return { process: answerOf<{ process: string }>(ended).process, bytes: readFileSync(join(home, 'x.paraph')) }
  })

test('an example is the same bytes in every folder, zone and language, under the id that README prints', async (t) => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  assert.deepEqual(
    examples.map(({ slug }) => slug),
    ['istanbul-2025', 'lake-sera'],
  )
  for (const { slug } of examples) {
    const one = await built(slug, { TZ: 'UTC', LANG: 'C' })
    const other = await built(slug, { TZ: 'Asia/Karachi', LANG: 'ur_PK.UTF-8', PARAPH_HOST_NAME: 'elsewhere.example' })
    assert.ok(one.bytes.length > 100_000)
    assert.ok(one.bytes.equals(other.bytes), `${slug} is built to other bytes in another folder`)
    assert.equal(one.process, other.process)
    t.diagnostic(`${slug} is ${one.process}, ${one.bytes.length} bytes`)
    assert.ok(readme.includes(`\`${one.process}\``), `README.md prints the id of ${slug}, ${one.process}`)
  }
})
