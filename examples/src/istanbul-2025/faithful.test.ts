import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Json } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { signExample } from '../build.ts'
import { istanbul } from './script.ts'

// The script against the listing that it was rewritten from. The listing is shared data: read in place, never at run time of an example.

type Listing = {
  readonly events: readonly {
    readonly id: string
    readonly claims?: readonly { readonly by: string }[]
    readonly sources: readonly string[]
  }[]
}

const folder = process.env['PARAPH_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
const held = existsSync(join(folder, 'istanbul/timeline.json'))
// Where everything is required nothing is skipped: the tests run, and fail for want of the listing.
const skip = held || process.env['PARAPH_REQUIRE'] === 'all' ? false : `SKIPPED: no shared data in ${folder} (set PARAPH_DATA)`

/** Words in a row that may at most be equal to the listing's or the article's. */
const COPY_LIMIT = 12

const text = (path: string): string => readFileSync(join(folder, path), 'utf8')
const listing = (): Listing => JSON.parse(text('istanbul/timeline.json')) as Listing

type Fields = { readonly [field: string]: Json }
const signed = await signExample(istanbul, { primitives: nodePrimitives, signerOf: nodeSigner })
const acts = signed.steps.map(({ step, submission }) => ({ step, act: submission.act as Fields }))
const addressOf = new Map(
  signed.steps.map(({ hash, submission }) => [hash as string, (submission.act as Fields)['address'] as string | undefined]),
)

const strings = (value: Json): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap((inner) => strings(inner as Json))
      : []

const wordsIn = (sentence: string): readonly string[] => sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

describe('the script of istanbul-2025 against its sources', () => {
  it('holds every address of the listing and no other, exactly as found', { skip }, () => {
    const listed = new Set(listing().events.flatMap(({ sources }) => sources.filter((source) => source.startsWith('http'))))
    const captured = acts.filter(({ act }) => act['type'] === 'source.captured').map(({ act }) => act['address'])
    const addresses = captured.filter((address) => address !== undefined)
    assert.ok(listed.size > 40)
    assert.deepEqual(new Set(addresses), listed)
    assert.equal(addresses.length, listed.size, 'an address is captured once')
    assert.equal(captured.length - addresses.length, 1, 'the one source without address is the minister’s account')
  })

  it('names, for every event, each of its addresses in an act that tells that event', { skip }, () => {
    for (const { id, sources } of listing().events) {
      const telling = acts.filter(({ step, act }) => step.events.includes(id) && act['type'] !== 'source.captured')
      const named = new Set(telling.flatMap(({ act }) => strings(act)).map((one) => addressOf.get(one)))
      for (const address of sources.filter((one) => one.startsWith('http'))) assert.ok(named.has(address), `${id}: ${address}`)
    }
  })

  it('tells each of the 23 events and knows no other', { skip }, () => {
    const listed = listing().events.map(({ id }) => id)
    assert.equal(listed.length, 23)
    assert.deepEqual([...new Set(acts.flatMap(({ step }) => step.events))].sort(), [...listed].sort())
    for (const id of listed)
      assert.ok(
        acts.some(({ step, act }) => step.events.includes(id) && act['type'] !== 'source.captured'),
        id,
      )
  })

  it('has every side speak that speaks in the listing, and nobody where the listing has no statement', { skip }, () => {
    for (const { id, claims } of listing().events) {
      for (const claim of (claims ?? []) as readonly { readonly by: string; readonly says: string }[]) {
        const body = ['PAK', 'AFG', 'TUR'].find((token) => claim.by.startsWith(token))
        const silent = claim.says.startsWith('(no ') || claim.says.startsWith('see E')
        if (body === undefined) continue
        const speaks = acts.some(
          ({ step, act }) =>
            act['type'] === 'statement.recorded' &&
            step.events.includes(id) &&
            (act['speaker'] as { readonly body?: string }).body === body,
        )
        assert.equal(speaks, !silent, `${id} ${body}`)
      }
    }
  })

  it('copies no twelve words in a row from the listing or from the article', { skip }, () => {
    const theirs = new Set<string>()
    for (const source of [text('istanbul/timeline.json').replaceAll('\\"', ''), text('seed/article.txt')]) {
      const words = wordsIn(source)
      for (let at = 0; at + COPY_LIMIT <= words.length; at++) theirs.add(words.slice(at, at + COPY_LIMIT).join(' '))
    }
    assert.ok(theirs.size > 1_000)
    for (const { step, act } of acts) {
      for (const ours of strings(act)) {
        if (ours.startsWith('http')) continue
        const words = wordsIn(ours)
        for (let at = 0; at + COPY_LIMIT <= words.length; at++) {
          const run = words.slice(at, at + COPY_LIMIT).join(' ')
          assert.ok(!theirs.has(run), `${step.label}: ${run}`)
        }
      }
    }
  })
})
