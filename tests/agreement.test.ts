import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { follow, gathered, hostSource, type Memory, transport } from '@paraph/client'
import { istanbulStandings } from '@paraph/examples'
import { canonical, type Instant, type Json, type Opening, type ProcessId, strict, verifyBundle } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { readVoices, type Spoken } from '@paraph/server'
import { meaning, openAct, parseQueryTime, standing } from '@paraph/talks'
import { answerOf, paraphHere } from './command-line.test-support.ts'
import { exerciseOn, type Served, served, signedIn } from './served.test-support.ts'

// What the host says over HTTP, what its store says, what a client computes from tiles and acts, and what anybody computes from an exported
// bundle is one answer: whoever holds the acts need not believe whoever hosts them.

type Asked = { readonly at: string; readonly known?: number; readonly language: Spoken }

const voices = readVoices()
/** The standing of entries that somebody holds, without any host. */
const computed = (openings: readonly Opening[], { at, known, language }: Asked): Json => {
  const happened = parseQueryTime(at)
  assert.ok(happened.ok)
  const seen = standing(openings.map(openAct), {
    happened: happened.value,
    known,
    now: new Date().toISOString() as Instant,
    say: voices[language],
    language,
  })
  assert.ok(seen.ok)
  return JSON.parse(JSON.stringify(seen.value)) as Json
}

/** A process by what a client fetched and verified tile by tile, nothing else. */
const followed = async ({ address }: Served, process: string, headers: Readonly<Record<string, string>>): Promise<readonly Opening[]> => {
  const memory: Memory = { recall: async () => undefined, keep: async () => {} }
  const came = await follow({
    process: process as ProcessId,
    source: hostSource(transport(fetch, { base: address, headers }), { process: process as ProcessId, sha256: nodePrimitives.sha256 }),
    primitives: nodePrimitives,
    meaning: gathered(meaning(nodePrimitives)),
    memory,
  })
  assert.equal(came.came, 'verified')
  return came.came === 'verified' ? came.verified.state.openings : []
}

/** A process by the bundle that the host hands out, verified here. */
const bundled = async ({ address }: Served, process: string, headers: Readonly<Record<string, string>>): Promise<readonly Opening[]> => {
  const answer = await fetch(`${address}/api/v1/processes/${process}/bundle`, { headers })
  const verdict = await verifyBundle(new Uint8Array(await answer.arrayBuffer()), {
    primitives: nodePrimitives,
    meaning: gathered(meaning(nodePrimitives)),
  })
  assert.ok(verdict.verdict === 'verified')
  return verdict.state.openings
}

const queryOf = ({ at, known }: Asked): string =>
  new URLSearchParams({ at, ...(known === undefined ? {} : { known: String(known) }) }).toString()

/** Asks all four ways for every question, and tells how many answers differed from each other. */
const agree = async (
  host: Served,
  process: string,
  { asked, cookie = '' }: { asked: readonly Asked[]; cookie?: string },
): Promise<number> => {
  const headers = cookie === '' ? {} : { cookie }
  const [ofClient, ofBundle] = [await followed(host, process, headers), await bundled(host, process, headers)]
  assert.ok(ofClient.length > 5 && ofClient.length === ofBundle.length)
  const answers = new Set<string>()
  for (const one of asked) {
    const http = await fetch(`${host.address}/api/v1/processes/${process}/standing?${queryOf(one)}`, {
      headers: { ...headers, 'accept-language': one.language },
    })
    assert.equal(http.status, 200)
    const overHttp = (await http.json()) as Json
    const words = ['--at', one.at, '--language', one.language, '--json', ...(one.known === undefined ? [] : ['--known', String(one.known)])]
    const fromStore = answerOf<Json>(await paraphHere(host.home, ['standing', process, ...words]))
    const byClient = computed(ofClient, one)
    const byBundle = computed(ofBundle, one)
    const which = `${one.at} ${one.known ?? ''} ${one.language}`
    assert.deepEqual(fromStore, overHttp, `the store, ${which}`)
    assert.deepEqual(byClient, overHttp, `a client, ${which}`)
    assert.deepEqual(byBundle, overHttp, `the bundle, ${which}`)
    assert.equal(strict(overHttp), undefined, 'an answer is JSON that every reader takes for the same')
    const texts = [overHttp, fromStore, byClient, byBundle].map((answer) => canonical(answer))
    assert.equal(new Set(texts).size, 1, which)
    answers.add(texts[0]!)
  }
  return answers.size
}

test('the host, its store, a client and a bundle say one standing of the example, on every day and in both languages', async () => {
  await served(async (host) => {
    const { process } = answerOf<{ process: string }>(await paraphHere(host.home, ['export', 'istanbul-2025', '-o', 'x.paraph', '--json']))
    const asked = istanbulStandings.flatMap(({ at }) => [
      { at, language: 'en' as const },
      { at, language: 'ur' as const },
    ])
    assert.equal(await agree(host, process, { asked }), asked.length, 'the questions have answers that tell them apart')
    const over = Buffer.from(await (await fetch(`${host.address}/api/v1/processes/${process}/bundle`)).arrayBuffer())
    assert.ok(over.equals(readFileSync(join(host.home, 'x.paraph'))), 'the bundle over HTTP is the bundle of the command line')
  })
})

test('the same holds for an exercise with acts of its own, at every size that it had', async () => {
  await served(async (host) => {
    const { process } = await exerciseOn(host)
    const put = async (key: string, act: Json): Promise<string> => {
      const ended = await paraphHere(host.home, ['act', process, '-', '--key', `exercise.${key}`, '--json'], { input: JSON.stringify(act) })
      assert.equal(ended.status, 0, ended.said + ended.complained)
      return answerOf<{ entry: string }>(ended).entry
    }
    const opened = await put('C', { type: 'round.opened', track: 'lake', place: { en: 'Corrin' }, takesPart: ['A', 'B'] })
    await put('C', { type: 'round.closed', round: opened, outcome: 'no-result' })
    const call = await put('A', { type: 'deadlock.called', track: 'lake', words: { en: 'no way on' } })
    await put('A', { type: 'deadlock.lifted', call })
    const [at, later] = [1, 20 * 86_400_000].map((from) => new Date(Date.now() + from).toISOString()) as [string, string]
    const asked = [
      ...[5, 6, 7, 8, 9].map((known) => ({ at, known, language: 'en' as const })),
      { at: later, known: 7, language: 'ur' as const },
    ]
    assert.equal(await agree(host, process, { asked, cookie: await signedIn(host) }), asked.length)
    const statuses: string[] = []
    for (const one of asked) {
      const ended = await paraphHere(host.home, ['standing', process, '--at', one.at, '--known', String(one.known), '--json'])
      statuses.push(answerOf<{ talks: { status: string } }>(ended).talks.status)
    }
    assert.deepEqual(statuses, ['open', 'in-round', 'open', 'deadlock-called', 'open', 'no-result'])
  })
})
