import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { becomes, checked, journey } from './browser.test-support.ts'
import { answerOf, paraphHere } from './command-line.test-support.ts'
import { exerciseOn, type Served, signedIn } from './served.test-support.ts'

const take = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await page.locator('.taken').waitFor()
}
/** An act of a body of the exercise, by the command line: its entry's name. */
const act = async ({ home }: Served, process: string, body: string, what: object): Promise<string> => {
  const ended = await paraphHere(home, ['act', process, '-', '--key', `exercise.${body}`, '--json'], { input: JSON.stringify(what) })
  assert.equal(ended.status, 0, ended.complained)
  return JSON.stringify(answerOf(ended)).match(/[0-9a-f]{64}/)![0]
}
const kinds = async (address: string, cookie: string, slug: string): Promise<string[]> => {
  const answer = await fetch(`${address}/api/v1/processes/${slug}/rows?limit=100`, { headers: { cookie } })
  return ((await answer.json()) as { rows: { type: string }[] }).rows.map(({ type }) => type)
}

journey(
  'a mediator returns a request with a reason; it is shown to whom it concerns and to nobody else, and counted nowhere',
  async ({ host, visit }) => {
    const exercise = await exerciseOn(host)
    const cookie = await signedIn(host)
    const { slug } = exercise
    const at = (name: string) => `${host.address}/p/${slug}/${name}`
    const source = { type: 'source.captured', publisher: 'Gazette', voice: 'outlet', language: 'en', dated: 'not-known' }
    await act(host, slug, 'C', source)
    const listed = await fetch(`${host.address}/api/v1/processes/${slug}/sources`, { headers: { cookie } })
    const { groups } = (await listed.json()) as { groups: { sources: { act: { hash: string } }[] }[] }
    await act(host, slug, 'C', {
      type: 'statement.recorded',
      speaker: { body: 'B', name: { en: 'Karim Vael' } },
      voice: 'official',
      kind: 'undertaking',
      form: 'reported',
      words: { en: 'Berisk will run the ferry.' },
      sources: [groups[0]!.sources[0]!.act.hash],
    })

    const asker = await visit({ cookie })
    await take(asker.page, exercise.linkOf('A'))
    await asker.page.goto(`${at('source')}?act=${groups[0]!.sources[0]!.act.hash}`)
    await asker.page.getByText('No page is held of this source').waitFor()
    await checked(asker.page)
    await asker.page.getByRole('link', { name: 'Ask for it in writing' }).click()
    await asker.page.getByLabel(/^What is asked for.*English/).fill('Berisk confirms the ferry.')
    await asker.page.reload()
    await becomes(
      () => asker.page.getByLabel(/^What is asked for.*English/).inputValue(),
      (text) => text === 'Berisk confirms the ferry.',
      'what was typed is kept',
    )
    await asker.page.getByText('There are no rooms here yet').waitFor()
    await asker.page.getByText('Audience: plenary. I have read this.').click()
    await checked(asker.page)
    await asker.page.getByRole('button', { name: 'Ask B for it in writing, for A' }).click()
    await asker.page.getByText(/^Recorded as act/).waitFor()

    const mediator = await visit({ cookie })
    await take(mediator.page, exercise.linkOf('C'))
    await mediator.page.goto(at('requests'))
    await checked(mediator.page)
    await mediator.page.getByText('Next step for C').click()
    await mediator.page.getByText('To hold it needs no act').waitFor()
    await mediator.page.getByLabel('Step', { exact: true }).selectOption('return')
    await mediator.page.getByLabel(/^Reason, English/).fill('Not before the round.')
    await mediator.page.getByText('Audience: plenary. I have read this.').click()
    await mediator.page.getByRole('button', { name: 'Return the request to who asked, for C' }).click()
    await becomes(
      () => kinds(host.address, cookie, slug),
      (all) => all.includes('assurance.closed'),
      'it is returned',
    )
    await asker.page.goto(at('requests'))
    await checked(asker.page)
    await asker.page.getByText('Not before the round.').waitFor()
    await asker.page.getByText('returned by').waitFor()

    const nobody = await visit({ cookie })
    await nobody.page.goto(at(''))
    await checked(nobody.page)
    assert.equal(await nobody.page.locator('nav').getByRole('link', { name: 'Asked in writing' }).count(), 0)
    assert.equal(await nobody.page.locator('.own-requests').count(), 0)
    const told = async (query: string) =>
      (
        (await (await fetch(`${host.address}/api/v1/processes/${slug}/assurances${query}`, { headers: { cookie } })).json()) as {
          assurances: unknown[]
        }
      ).assurances.length
    assert.deepEqual([await told(''), await told('?by=A'), await told('?by=B'), await told('?by=C')], [0, 1, 1, 1])
  },
)
