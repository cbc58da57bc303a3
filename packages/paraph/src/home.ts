import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Surroundings } from './surroundings.ts'

/** The folder of the checkout that this file runs in; undefined where it was installed. */
export const checkout = (): string | undefined => {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = dirname(dirname(dirname(here)))
  if (here !== join(root, 'packages/paraph/src')) return undefined
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
  return platformFolder({ env, platform: process.platform, user: homedir() })
}

/** Where programs keep their data: XDG Base Directory (a relative path in it is to be ignored), macOS' Application Support, Windows' local data. */
export const platformFolder = ({
  env,
  platform,
  user,
}: Pick<Surroundings, 'env'> & { readonly platform: NodeJS.Platform; readonly user: string }): string => {
  const named = (variable: string, otherwise: readonly string[]): string => {
    const value = env[variable] ?? ''
    return isAbsolute(value) ? value : join(user, ...otherwise)
  }
  if (platform === 'win32') return join(named('LOCALAPPDATA', ['AppData', 'Local']), 'Paraph')
  if (platform === 'darwin') return join(user, 'Library', 'Application Support', 'Paraph')
  return join(named('XDG_DATA_HOME', ['.local', 'share']), 'paraph')
}

/** The built browser application, which `serve` serves; undefined where there is none. */
export const webRoot = (): string | undefined => {
  const root = checkout()
  const folder = root === undefined ? join(dirname(fileURLToPath(import.meta.url)), 'web') : join(root, 'packages/web/dist')
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}
