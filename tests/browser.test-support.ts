import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import test, { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { openServed, type Served } from './served.test-support.ts'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
] as const
/** Why no browser can be used here, or false. */
export const noBrowser: string | false = existsSync(CHROMIUM) ? false : 'no Chromium here: apt-get install chromium'

const ROOT = join(import.meta.dirname, '..')
/** A page that does not become what it should within this is not going to; ms. Generous: a busy machine is no fault. */
const PATIENCE = 20_000

/** How a person looks at the pages. */
export type Look = {
  readonly language: 'en' | 'ur'
  readonly theme: 'light' | 'dark' | 'projector'
  readonly width: number
  readonly height: number
}
export const DESK: Look = { language: 'en', theme: 'light', width: 1440, height: 900 }
export const PHONE: Look = { ...DESK, width: 390, height: 844 }

/**
 * A window of its own: nothing is shared with another one but what is handed over in `cookies`. `heard` is everything that no page of ours
 * may do: errors of the console and of scripts, violations of the content policy, requests to another origin.
 */
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly heard: readonly string[] }
export type Visit = (given?: {
  readonly look?: Look
  readonly cookie?: string
  /** Which of the console's lines about loading are this journey's own doing: a cut network, an answer that is a refusal. */
  readonly expects?: RegExp
}) => Promise<Visitor>

type Opened = { readonly host: Served; readonly browser: Browser; readonly close: () => Promise<void> }
let opened: Promise<Opened> | undefined

const open = async (): Promise<Opened> => {
  const { status } = spawnSync(process.execPath, ['tools/build.ts'], { cwd: ROOT, stdio: 'inherit' })
  assert.equal(status, 0, 'the pages could not be built')
  const { close, ...host } = await openServed()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS] })
  return {
    host,
    browser,
    close: async () => {
      await browser.close()
      await close()
    },
  }
}

/** What a journey is given: a served folder, and windows before it. */
export type Journey = { readonly host: Served; readonly visit: Visit }

/** Lets windows be opened for as long as `use` takes, then checks that every one of them was silent. */
export const visiting = async (use: (given: Journey) => Promise<void>): Promise<void> => {
  opened ??= open()
  const { host, browser } = await opened
  const visitors: Visitor[] = []
  try {
    await use({
      host,
      visit: async ({ look = DESK, cookie, expects } = {}) => {
        const visitor = await newVisitor(browser, { origin: host.address, look, cookie, expects })
        visitors.push(visitor)
        return visitor
      },
    })
    assert.deepEqual(
      visitors.flatMap(({ heard }) => heard),
      [],
    )
  } finally {
    for (const { context } of visitors) await context.close()
  }
}

/** A test in a browser; the journeys of one file share one served folder. */
export const journey = (name: string, use: (given: Journey) => Promise<void>): void => {
  test(name, { skip: noBrowser }, () => visiting(use))
}

after(async () => (await opened)?.close())

type Given = {
  readonly origin: string
  readonly look: Look
  readonly cookie: string | undefined
  readonly expects: RegExp | undefined
}

const newVisitor = async (browser: Browser, { origin, look, cookie, expects }: Given): Promise<Visitor> => {
  const { width, height, language, theme } = look
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Asia/Karachi' })
  context.setDefaultTimeout(PATIENCE)
  const heard: string[] = []
  context.on('console', (message) => {
    const said = message.text()
    if (message.type() === 'error' && expects?.test(said) !== true) heard.push(`console: ${said} (${message.location().url})`)
  })
  context.on('weberror', (error) => heard.push(`script: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) heard.push(`request elsewhere: ${request.url()}`)
  })
  await context.exposeBinding('paraphHears', (_source, said: string) => void heard.push(said))
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      const { paraphHears } = globalThis as unknown as { paraphHears: (said: string) => void }
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        paraphHears(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
      )
      // Only our pages keep anything. Chosen once: what the page itself keeps later stands.
      if (location.hostname !== 'localhost') return
      localStorage.setItem('paraph/theme', localStorage.getItem('paraph/theme') ?? chosenTheme)
      localStorage.setItem('paraph/language', localStorage.getItem('paraph/language') ?? chosenLanguage)
    },
    [theme, language] as const,
  )
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
  }
  return { context, page: await context.newPage(), heard }
}

/** Waits for an observation to be as wanted; what was seen last is in the error. */
export const becomes = async <Seen>(see: () => Promise<Seen>, wanted: (seen: Seen) => boolean, what: string): Promise<Seen> => {
  const until = Date.now() + PATIENCE
  for (;;) {
    const seen = await see()
    if (wanted(seen)) return seen
    if (Date.now() > until) throw new assert.AssertionError({ message: `${what}; seen last: ${JSON.stringify(seen)}` })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What an element says, without the marks that isolate directions. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  ((await page.locator(selector).first().textContent()) ?? '').replace(/[\u2066-\u2069\u200c]/g, '')

/** Waits until this window has checked the whole record; gives the number of the last entry. */
export const checked = async (page: Page): Promise<number> => {
  await page.locator('.checked-mark bdi').waitFor()
  return Number(await page.locator('.checked-mark bdi').textContent())
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

/** Every rule of axe that the page breaks, with its first place. Style sheets are not fetched again: only a rule that is off by default reads them. */
export const axe = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE)
  const violations = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], preload: false }).then(({ violations }) => violations)',
  )) as Violation[]
  return violations.map(
    ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)} | ${nodes[0]?.failureSummary?.slice(0, 200)}`,
  )
}
