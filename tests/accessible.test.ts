import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe, becomes, checked, DESK, journey, type Look, PHONE } from './browser.test-support.ts'
import { exerciseOn, signedIn } from './served.test-support.ts'

const looks: Readonly<Record<string, Look>> = {
  'English, light': DESK,
  'Urdu, dark': { ...DESK, language: 'ur', theme: 'dark' },
  'a phone': PHONE,
}
const AT = '?at=2025-11-10'
const ISTANBUL = '/p/istanbul-2025'

/** Every page, with what must stand on it before it is looked at. */
const pages: readonly (readonly [path: string, ready: string])[] = [
  ['/', '.process-authors, .process-date bdi, .process-date'],
  [`${ISTANBUL}${AT}`, 'h1.status'],
  [`${ISTANBUL}/timeline${AT}`, '.at-claims'],
  [`${ISTANBUL}/sources`, '.origin-row'],
  [`${ISTANBUL}/statements`, '.source-sayings'],
  [`${ISTANBUL}/disputes`, 'h1'],
  [`${ISTANBUL}/papers`, '.custody'],
  [`${ISTANBUL}/communiques`, '.points'],
  [`${ISTANBUL}/search?q=kabul`, '.hit'],
  [`${ISTANBUL}/commitments${AT}`, '.board-row'],
  [`${ISTANBUL}/record`, '.act-number a'],
  ['/verify', '#bundle'],
  ['/nothing-is-here', 'h1'],
]

const looked = async (page: Page, { address, path, ready }: { address: string; path: string; ready: string }): Promise<string[]> => {
  await page.goto(`${address}${path}`)
  await page.locator(ready).first().waitFor()
  if (path.startsWith('/p/')) await checked(page)
  if (path.endsWith('/record')) {
    await page.locator('.act-number a').nth(3).click()
    await page.locator('.record-page .code').first().waitFor()
  }
  await becomes(
    () => page.locator('.loading').count(),
    (count) => count === 0,
    `${path} is there`,
  )
  await page.evaluate(() => document.fonts.ready)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [...(await axe(page)), ...(wider > 0 ? [`the page is ${wider} px wider than its window`] : [])].map((said) => `${path}: ${said}`)
}

for (const [name, look] of Object.entries(looks))
  journey(`no page breaks a rule of axe, nor its window: ${name}`, async ({ host, visit }) => {
    const { page } = await visit({ look })
    const found: string[] = []
    for (const [path, ready] of pages) found.push(...(await looked(page, { address: host.address, path, ready })))
    assert.deepEqual(found, [])
  })

journey('nor do the pages of whoever holds a key, in any look', async ({ host, visit }) => {
  const exercise = await exerciseOn(host)
  const cookie = await signedIn(host)
  const found: string[] = []
  for (const [name, look] of Object.entries(looks)) {
    const { page } = await visit({ look, cookie })
    await page.goto(exercise.linkOf('C'))
    await page.locator('.taken').waitFor()
    found.push(...(await axe(page)).map((said) => `${name}, /take: ${said}`))
    for (const path of [
      'enter',
      'capture',
      'papers',
      'communiques',
      'requests',
      'disputes',
      'ask',
      'dispute',
      'source',
      'publish',
      'erase',
      '',
    ])
      found.push(
        ...(await looked(page, { address: host.address, path: `/p/${exercise.slug}/${path}`, ready: 'h1, .empty' })).map(
          (said) => `${name}, ${said}`,
        ),
      )
  }
  assert.deepEqual(found, [])
})

journey('axe sees what is planted: a picture without words, text too pale to read', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}/verify`)
  await page.locator('#bundle').waitFor()
  await page.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'too pale to read' })
    pale.style.color = '#e0ddd5'
    document.querySelector('main')!.append(document.createElement('img'), pale)
  })
  const found = await axe(page)
  assert.ok(found.some((said) => said.startsWith('image-alt')) && found.some((said) => said.startsWith('color-contrast')), String(found))
})
