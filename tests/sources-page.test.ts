import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { becomes, checked, journey, textOf } from './browser.test-support.ts'
import { exerciseOn, signedIn } from './served.test-support.ts'

const ARTICLE = `Sera Gazette, 3 June 2026

“We will open the upper gates by the tenth of June,” Mira Tolen, spokeswoman of Alvane, told reporters on Tuesday.

Karim Vael, foreign minister of Berisk, said that Alvane had agreed aloud and would not put it in writing.

“The ferry will run on market days,” Mr Vael said.

“No boat of ours will cross Line 2 at night,” Ms Tolen said on Wednesday.
`

/** A window of a body that holds its key, checked as far as the record goes. */
const take = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await page.locator('.taken').waitFor()
}
const recorded = (page: Page): Promise<void> =>
  page
    .getByText(/^Recorded as act/)
    .first()
    .waitFor()
const rowsOf = async (address: string, cookie: string, slug: string): Promise<string[]> => {
  const answer = await fetch(`${address}/api/v1/processes/${slug}/rows?limit=100`, { headers: { cookie } })
  return ((await answer.json()) as { rows: { type: string }[] }).rows.map(({ type }) => type)
}

journey(
  'an article is captured, four statements of it accepted, one disputed by the other side, found, and asked for in writing',
  async ({ host, visit }) => {
    const exercise = await exerciseOn(host)
    const cookie = await signedIn(host)
    const secretary = await visit({ cookie })
    const { page } = secretary
    const at = (name: string) => `${host.address}/p/${exercise.slug}/${name}`
    await take(page, exercise.linkOf('C'))

    // capture
    await page.goto(at('sources'))
    await checked(page)
    await page.getByRole('link', { name: 'Capture a source' }).click()
    await page.getByLabel(/The text, as it stands/).fill(ARTICLE)
    await page.reload()
    await becomes(
      () => page.getByLabel(/The text, as it stands/).inputValue(),
      (text) => text === ARTICLE,
      'what was pasted is kept over a reload',
    )
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText(/^Read and kept/).waitFor()
    await page.getByLabel('Publisher').fill('Sera Gazette')
    await page.getByLabel('In whose voice').selectOption('outlet')
    await page.getByLabel(/^Language/).fill('en')
    await checked(page)
    await page.getByRole('button', { name: 'Record the source “Sera Gazette” for C' }).click()

    // accept, correct, refuse
    await page.locator('.article').waitFor()
    const cards = page.locator('.suggestions > ol > li')
    await cards.first().waitFor()
    const before = await cards.count()
    assert.ok(before >= 4, `${before} statements are suggested`)
    const accept = async (words: RegExp, side: string, voice: string): Promise<void> => {
      const left = await cards.count()
      const card = cards.filter({ hasText: words })
      const once = card.getByRole('button', { name: /^Accept, recording it for C/ })
      if ((await once.count()) > 0) await once.click()
      else {
        await card.getByRole('button', { name: 'Complete and accept' }).click()
        await card.getByLabel('Speaks for').selectOption(side)
        await card.getByLabel('Voice').selectOption(voice)
        await card.getByRole('button', { name: /^Record it as words of/ }).click()
      }
      await becomes(
        () => cards.count(),
        (count) => count === left - 1,
        `${words} is on the record and no suggestion any more`,
      )
    }
    await accept(/upper gates/, 'A', 'spokesperson')
    await accept(/agreed aloud/, 'B', 'official')
    await accept(/market days/, 'B', 'official')
    await accept(/cross Line 2/, 'A', 'spokesperson')
    const types = await rowsOf(host.address, cookie, exercise.slug)
    assert.equal(types.filter((type) => type === 'statement.recorded').length, 4)
    assert.equal(await page.locator('.beside-list > li').count(), 4)

    // each is marked in place, and hovering or focusing one shows the other
    await becomes(
      () => page.locator('.placed-statement').count(),
      (count) => count >= 4,
      'four statements stand in the text',
    )
    const first = page.locator('.beside-list > li').first()
    await first.hover()
    await becomes(
      () => page.locator('.placed-statement[data-active]').count(),
      (count) => count >= 1,
      'hovering a statement shows its place',
    )
    await page.locator('.place-number').first().focus()
    await becomes(
      () => first.getAttribute('data-active'),
      (active) => active === 'true',
      'focusing a place shows its statement',
    )

    // the other side disputes it
    const alvane = await visit({ cookie })
    await take(alvane.page, exercise.linkOf('A'))
    await alvane.page.goto(at('statements'))
    await checked(alvane.page)
    const claimed = alvane.page.locator('.source-sayings > li').filter({ hasText: /agreed aloud/ })
    await claimed.getByRole('link', { name: 'Dispute this' }).click()
    await alvane.page.getByLabel(/^What this side says of it, English/).fill('Alvane agreed to nothing aloud.')
    await checked(alvane.page)
    await alvane.page.getByRole('button', { name: 'Dispute this statement for A' }).click()
    await recorded(alvane.page)
    await alvane.page.getByRole('link', { name: 'Disputed', exact: true }).click()
    await alvane.page.locator('.claims-disputed .claim').nth(1).waitFor()
    const columns = await alvane.page.locator('.claims-disputed .claim').evaluateAll((all) =>
      all.map((column) => ({
        width: Math.round(column.getBoundingClientRect().width),
        size: getComputedStyle(column.querySelector('.saying-words')!).fontSize,
        text: column.textContent ?? '',
      })),
    )
    assert.equal(columns.length, 2)
    assert.equal(columns[0]!.width, columns[1]!.width)
    assert.equal(columns[0]!.size, columns[1]!.size)
    assert.match(columns[0]!.text, /^A.*agreed to nothing aloud/s)
    assert.match(columns[1]!.text, /^B.*agreed aloud and would not put it in writing/s)

    // search finds it from the keyboard
    await alvane.page.locator('h1').click()
    await alvane.page.keyboard.press('/')
    await alvane.page.getByLabel('Words').fill('MARKÉT day')
    await becomes(
      () => alvane.page.locator('.hit mark').allTextContents(),
      (marks) => marks.includes('market') && marks.includes('days'),
      'the ferry is found and marked',
    )
    await alvane.page.getByLabel('by').selectOption('A')
    await becomes(
      () => textOf(alvane.page, '.search-found'),
      (text) => /No act holds all of these words/.test(text),
      'among the acts of A it is not',
    )

    // ask for it in writing, through the mediator
    await alvane.page.goto(at('statements'))
    await checked(alvane.page)
    await alvane.page
      .locator('.source-sayings > li')
      .filter({ hasText: /market days/ })
      .getByRole('link', { name: 'Ask for it in writing' })
      .click()
    await alvane.page.getByLabel(/^What is asked for.*English/).fill('Berisk confirms that the ferry runs on market days.')
    const button = alvane.page.getByRole('button', { name: 'Ask B for it in writing, for A' })
    assert.equal(await button.getAttribute('aria-disabled'), 'true', 'not before the audience is said')
    await alvane.page.getByText('Audience: plenary. I have read this.').click()
    await checked(alvane.page)
    await button.click()
    await recorded(alvane.page)
    await alvane.page.goto(`${host.address}/p/${exercise.slug}`)
    await alvane.page.locator('.own-requests').getByText('Berisk confirms that the ferry runs on market days.').waitFor()

    await page.goto(at('requests'))
    await checked(page)
    await page.getByText('Next step for C').click()
    await page.getByLabel('Step', { exact: true }).selectOption('pass-on')
    await page.getByText('Audience: plenary. I have read this.').click()
    await page.getByRole('button', { name: 'Pass the request on to B, for C' }).click()
    await becomes(
      () => rowsOf(host.address, cookie, exercise.slug),
      (all) => all.includes('assurance.passed-on'),
      'the mediator passed it on',
    )

    const berisk = await visit({ cookie })
    await take(berisk.page, exercise.linkOf('B'))
    await berisk.page.goto(at('requests'))
    await checked(berisk.page)
    await berisk.page.getByText('Next step for B').click()
    await berisk.page.getByLabel('Answer', { exact: true }).selectOption('not-in-this-form')
    await berisk.page.getByText('Audience: plenary. I have read this.').click()
    await berisk.page.getByRole('button', { name: 'Answer “not in this form” for B' }).click()
    await becomes(
      () => rowsOf(host.address, cookie, exercise.slug),
      (all) => all.includes('assurance.answered'),
      'the asked party answered',
    )
    await berisk.page.getByText('answered by').waitFor()
  },
)
