import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { becomes, checked, journey, noBrowser, textOf, visiting } from './browser.test-support.ts'

const sentence = (page: Page): Promise<string> => textOf(page, 'h1.status')
const at = (page: Page): string | null => new URL(page.url()).searchParams.get('at')
/** Follows a link of the process's pages. */
const turnTo = (page: Page, name: string): Promise<void> => page.locator('nav').getByRole('link', { name, exact: true }).click()

test('what a page may not do is heard: a script’s error, a style that the policy forbids, a request elsewhere', {
  skip: noBrowser,
}, async () => {
  await assert.rejects(
    visiting(async ({ host, visit }) => {
      const { page, heard } = await visit()
      await page.goto(`${host.address}/verify`)
      assert.equal(heard.length, 0)
      await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
        fetch('http://localhost:1/elsewhere').catch(() => {})
        setTimeout(() => Promise.reject(new Error('planted')), 0)
      })
      const hears = (all: readonly string[], wanted: string): Promise<unknown> =>
        becomes(
          async () => all,
          (said) => said.some((one) => one.startsWith(wanted)),
          `${wanted} is heard`,
        )
      for (const wanted of ['policy: style-src', 'policy: connect-src', 'script: ', 'console: ']) await hears(heard, wanted)
      const other = await visit()
      await other.page.goto('http://localhost:1/').catch(() => {})
      await hears(other.heard, 'request elsewhere')
    }),
    /planted/,
  )
})

journey(
  'from the list of processes to where it stood: a deadlock that one side calls, with the other side’s contrary words',
  async ({ host, visit }) => {
    const { page } = await visit()
    await page.goto(host.address)
    await page.getByRole('link', { name: 'Istanbul talks, 2025' }).click()
    await page.locator('h1.status').waitFor()
    assert.equal(new URL(page.url()).pathname, '/p/istanbul-2025')
    assert.match(await textOf(page, 'header'), /Reconstruction from public sources, not an official record/)

    await page.goto(`${host.address}/p/istanbul-2025?at=2025-11-10`)
    const last = await checked(page)
    assert.ok(last > 100)
    assert.match(await textOf(page, '.checked-mark'), new RegExp(`^checked by the host’s own page, up to entry ${last}$`))
    const said = await sentence(page)
    assert.match(said, /^No round is open and none was found scheduled in the sources held\. PAK \(/)
    assert.match(said, /calls a deadlock: “complete deadlock”\. AFG \(Mujahid/)
    assert.match(said, /AFG \([^)]*\) says: The round gave no result; AFG came in good faith/)
    assert.equal(said.match(/calls a deadlock/g)?.length, 1, 'PAK alone calls it')
    assert.match(await textOf(page, '.status-meta'), /^since 7 November 2025/)
    assert.match(await textOf(page, '.because'), /Called by PAK on 7 November 2025/)
    // The sheets of the build come in any order: were their layers taken in that order, headings would lose their type.
    const drawn = await page
      .getByRole('heading', { name: 'Continue the ceasefire' })
      .evaluate((heading) => ({ face: getComputedStyle(heading).fontFamily, weight: getComputedStyle(heading).fontWeight }))
    assert.match(drawn.face, /^"?Source Serif/)
    assert.equal(drawn.weight, '600')

    await page.goto(`${host.address}/p/istanbul-2025?at=2025-10-18`)
    await becomes(
      () => sentence(page),
      (now) => /^A round is open in Doha, since 18 October 2025/.test(now),
      '18 October is in a round',
    )
    await page.goto(`${host.address}/p/istanbul-2025?at=2025-12-20`)
    await becomes(
      () => sentence(page),
      (now) => /^Not known: what was searched ends on 3 December 2025/.test(now),
      '20 December is not known',
    )
  },
)

journey('the slider goes by keys from event to event, and the sentence goes with it', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}/p/istanbul-2025?at=2025-11-10`)
  await checked(page)
  const slider = page.getByRole('slider')
  const value = async (): Promise<number> => Number(await slider.getAttribute('aria-valuenow'))
  const press = async (key: string): Promise<number> => {
    const before = await value()
    await page.keyboard.press(key)
    return becomes(value, (now) => now !== before, `${key} moves the thumb`)
  }
  await slider.focus()
  const before = await value()
  assert.ok((await press('ArrowRight')) > before)
  assert.ok((await press('ArrowLeft')) <= before)
  await press('Home')

  const end = Number(await slider.getAttribute('aria-valuemax'))
  const sentences = new Map<string, string>()
  for (let now = await value(); ; now = await press('ArrowRight')) {
    const day = at(page)
    const told = await fetch(`${host.address}/api/v1/processes/istanbul-2025/standing${day === null ? '' : `?at=${day}`}`)
    const computed = ((await told.json()) as { sentence: string }).sentence.replace(/[\u2066-\u2069]/g, '')
    const text = (await slider.getAttribute('aria-valuetext')) ?? ''
    await becomes(
      () => sentence(page),
      (seen) => seen === computed,
      `the sentence of ${text} is the one of its standing`,
    )
    sentences.set(text, computed)
    if (now === end) break
  }
  assert.ok(sentences.size >= 12, `${sentences.size} events`)
  assert.ok(new Set(sentences.values()).size > 8, 'the sentence changes')
  assert.match(sentences.get('18 October 2025, 24:00 UTC') ?? '', /^A round is open in Doha/)
  assert.match([...sentences.keys()].at(-1) ?? '', /^3 December 2025/)
})

journey('timeline, statements with their sources, commitments with their reasons, record', async ({ host, visit }) => {
  const { page } = await visit()
  const told = async <View>(view: string): Promise<View> =>
    (await (await fetch(`${host.address}/api/v1/processes/istanbul-2025/${view}`)).json()) as View
  await page.goto(`${host.address}/p/istanbul-2025`)
  await checked(page)

  await turnTo(page, 'Timeline')
  await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor()
  for (const lane of ['Rounds', 'AFG', 'PAK']) await page.locator('.lanes').getByText(lane, { exact: true }).first().waitFor()

  await turnTo(page, 'Statements')
  const { sources, sayings } = await told<{ sources: { address: string | null }[]; sayings: { act: { index: number } }[] }>('statements')
  const wanted = new Set(sources.flatMap(({ address }) => (address === null ? [] : [new URL(address).href])))
  const numbers = new Set(sayings.map(({ act }) => String(act.index)))
  assert.ok(wanted.size > 20 && numbers.size > 50)
  await page.locator('.source-address a').first().waitFor()
  // What is out of sight is not in the page: it is met while scrolling.
  for (let scrolls = 0; scrolls < 300 && wanted.size + numbers.size > 0; scrolls++) {
    const [links, acts] = await page.evaluate(() => [
      [...document.querySelectorAll<HTMLAnchorElement>('.source-address a')].map(({ href }) => href),
      [...document.querySelectorAll('.source-sayings .act bdi')].map(({ textContent }) => textContent),
    ])
    for (const link of links!) wanted.delete(link!)
    for (const number of acts!) numbers.delete(number!)
    await page.evaluate(() => scrollBy(0, 500))
    await page.waitForTimeout(20)
  }
  assert.deepEqual([...wanted], [], 'every source’s address stands on the page')
  assert.deepEqual([...numbers], [], 'every statement stands on the page')

  await turnTo(page, 'Commitments')
  await page.getByRole('table', { name: 'Form ladder of each commitment' }).waitFor()
  const { commitments } = await told<{ commitments: unknown[] }>('commitments')
  assert.equal(await page.locator('.board-row').count(), commitments.length)
  const row = page.locator('.board-row').nth(3).getByRole('button')
  await row.click()
  await becomes(
    () => row.getAttribute('aria-expanded'),
    (open) => open === 'true',
    'because opens',
  )
  assert.match(await textOf(page, '.sheet'), /Because.*How each debtor came to its step/s)

  await turnTo(page, 'Record')
  await page.locator('.act-number a').nth(2).click()
  await becomes(
    () => textOf(page, '.record-side'),
    (text) => /"saw":|"salt"/.test(text),
    'the exact bytes of the act',
  )
})

journey('the pages turn to Urdu, its direction and its typeface, and back', async ({ host, visit }) => {
  const { page, context } = await visit()
  await page.goto(`${host.address}/p/istanbul-2025?at=2025-11-10`)
  await checked(page)
  const html = (): Promise<string> => page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`)
  assert.equal(await html(), 'en ltr')
  await page.getByRole('button', { name: 'اردو' }).click()
  await becomes(html, (now) => now === 'ur rtl', 'language and direction of the page')
  await becomes(
    () => sentence(page),
    (now) => /[\u0600-\u06ff]{3}/.test(now),
    'the sentence is in Urdu',
  )
  const devtools = await context.newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const facesOf = async (selector: string): Promise<string[]> => {
    const { root } = await devtools.send('DOM.getDocument')
    const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    return fonts.filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName)
  }
  await becomes(
    () => facesOf('h1.status'),
    (faces) => faces.some((face) => /Nastaliq/.test(face)),
    'Nastaliq draws the sentence',
  )
  await becomes(
    () => facesOf('.nav a'),
    (faces) => faces.some((face) => /Vazirmatn/.test(face)),
    'Vazirmatn draws the interface',
  )
  const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
  assert.ok(loaded.some((family) => family.includes('Noto Nastaliq Urdu')))
  await page.reload()
  await becomes(html, (now) => now === 'ur rtl', 'the language is kept')
  await page.getByRole('button', { name: 'English' }).click()
  await becomes(html, (now) => now === 'en ltr', 'and back')
})

journey('light, dark and projector are three papers, and the chosen one is kept', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}/p/istanbul-2025?at=2025-11-10`)
  await page.locator('h1.status').waitFor()
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const papers = { light: 'rgb(250, 247, 240)', dark: 'rgb(23, 22, 18)', projector: 'rgb(255, 255, 255)' }
  for (const [theme, wanted] of Object.entries(papers)) {
    await page.getByLabel('Theme').selectOption(theme)
    await becomes(paper, (now) => now === wanted, theme)
  }
  const size = await page.locator('h1.status').evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))
  assert.ok(size >= 36, `the projector’s sentence is ${size} px`)
  await page.reload()
  await becomes(paper, (now) => now === papers.projector, 'the theme is kept')
})
