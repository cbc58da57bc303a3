import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Surroundings } from './surroundings.ts'

/** The folder of the checkout that this file runs in; undefined where it was installed. */
export const checkout = (): string | undefined => {
  const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: string }
    return name === 'paraph-project' ? root : undefined
  } catch {
    return undefined
  }
}

/** The data folder: `PARAPH_HOME`, else `data/` of the checkout, else where the platform keeps the data of programs. */
export const homeOf = ({ env, folder }: Pick<Surroundings, 'env' | 'folder'>): string => {
  const named = env['PARAPH_HOME']
  if (named !== undefined && named !== '') return resolve(folder, named)
  const root = checkout()
  if (root !== undefined) return join(root, 'data')
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Paraph')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Paraph')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'paraph')
}

/** The built browser application, which `serve` serves; undefined where there is none. */
export const webRoot = (): string | undefined => {
  const root = checkout()
  const folder = root === undefined ? join(dirname(fileURLToPath(import.meta.url)), 'web') : join(root, 'packages/web/dist')
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}
