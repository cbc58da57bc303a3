import { spawn } from 'node:child_process'
import process from 'node:process'
import type { Surroundings } from './surroundings.ts'

/** Whether a person may be there to see a browser open: not under `CI`. */
export const mayOpen = ({ env }: Pick<Surroundings, 'env'>): boolean => ['', 'false', '0'].includes(env['CI'] ?? '')

/** What each platform opens an address with. */
const openerOf = (platform: NodeJS.Platform, address: string): readonly [program: string, ...words: string[]] => {
  if (platform === 'darwin') return ['open', address]
  return platform === 'win32' ? ['cmd', '/c', 'start', '', address] : ['xdg-open', address]
}

/**
 * Asks the platform to open an address in the person's browser, and waits for nothing: where no opener is, or it fails, the address is on the
 * screen. The browser outlives this process. (docs/decisions/0101)
 */
export const openInBrowser = (address: string, { env }: Pick<Surroundings, 'env'>): void => {
  const [program, ...words] = openerOf(process.platform, address)
  const child = spawn(program, words, { env, stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
