// Screenshots of every page in each look, with axe. node dev/shots.ts <base> <out> [name filter]
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const [base = '', out = '', filter = '.*', ref = 'istanbul-2025'] = process.argv.slice(2)
const at = '?at=2025-11-10'
const pages: Record<string, string> = {
  home: '/',
  stands: `/p/${ref}${at}`,
  timeline: `/p/${ref}/timeline${at}`,
  statements: `/p/${ref}/statements`,
  commitments: `/p/${ref}/commitments${at}`,
  record: `/p/${ref}/record`,
  verify: '/verify',
  take: '/take',
}
const looks: Record<string, { width: number; height: number; theme: string; language: string }> = {
  light: { width: 1440, height: 900, theme: 'light', language: 'en' },
  dark: { width: 1440, height: 900, theme: 'dark', language: 'en' },
  urdu: { width: 1440, height: 900, theme: 'light', language: 'ur' },
  phone: { width: 390, height: 844, theme: 'light', language: 'en' },
  phoneur: { width: 390, height: 844, theme: 'light', language: 'ur' },
  projector: { width: 1920, height: 1080, theme: 'projector', language: 'en' },
}
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
for (const [look, { width, height, theme, language }] of Object.entries(looks)) {
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: false })
  await context.addInitScript(
    ([t, l]) => {
      localStorage.setItem('paraph/theme', t!)
      localStorage.setItem('paraph/language', l!)
    },
    [theme, language],
  )
  for (const [name, path] of Object.entries(pages)) {
    if (!new RegExp(filter).test(`${look}-${name}`)) continue
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') console.log(look, name, message.type(), message.text().slice(0, 300))
    })
    page.on('pageerror', (error) => console.log(look, name, 'PAGEERROR', error.message.slice(0, 300)))
    await page.goto(base + path)
    await page.waitForTimeout(1800)
    if (name === 'record') {
      await page
        .locator('.act-number a')
        .nth(3)
        .click()
        .catch(() => {})
      await page.waitForTimeout(400)
    }
    await page.screenshot({
      path: `${out}/${look}-${name}.png`,
      fullPage: look !== 'projector' && name !== 'record' && name !== 'statements',
    })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) console.log(look, name, 'OVERFLOW', wide)
    await page.evaluate(`${axe}`).catch(async () => {})
    const found = await page.evaluate(async () => {
      const a = (globalThis as any).axe
      if (!a) return ['no axe']
      const r = await a.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      return r.violations.map(
        (v: any) => `${v.id} ×${v.nodes.length}: ${v.nodes[0].html.slice(0, 140)} | ${v.nodes[0].failureSummary?.slice(0, 160)}`,
      )
    })
    for (const violation of found) console.log(look, name, 'AXE', violation)
    await page.close()
  }
  await context.close()
}
await browser.close()
