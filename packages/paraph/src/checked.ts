import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileSource, type ReadFile, type Verdict, verifyBundle, type VerifyOptions, verifyRecord } from '@paraph/record'
import { addressFiles, folderAddress, SourceSilent } from './address.ts'

/** What is verified: a bundle's bytes, or files to be read one by one. */
export type Checked =
  | { readonly kind: 'bundle'; readonly bytes: Uint8Array }
  | { readonly kind: 'files'; readonly read: ReadFile; readonly where: string }

/** What a word of the command line names: an address, a folder, a file; undefined where there is nothing to read. */
export const checkedAt = async (
  word: string,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<Checked | undefined> => {
  const address = folderAddress(word)
  if (address !== undefined) return { kind: 'files', read: addressFiles(address, { signal }), where: address }
  const path = resolve(folder, word)
  try {
    if (statSync(path).isDirectory()) return { kind: 'files', read: folderFiles(path), where: word }
    return { kind: 'bundle', bytes: await readFile(path) }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Gives the verdict. Rejects with `SourceSilent` where what is read does not answer. */
export const verdictOn = <State>(checked: Checked, options: VerifyOptions<State>): Promise<Verdict<State>> =>
  checked.kind === 'bundle' ? verifyBundle(checked.bytes, options) : verifyRecord(fileSource(checked.read), options)

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR'])

/** Reads files of a folder, each within its limit. Rejects with `SourceSilent` where the disk does. */
export const folderFiles =
  (folder: string): ReadFile =>
  async (path, limit) => {
    let file: number | undefined
    try {
      file = openSync(join(folder, path), 'r')
      const { size } = fstatSync(file)
      const bytes = new Uint8Array(Math.min(size, limit + 1))
      let length = 0
      for (let more = 1; more > 0 && length < bytes.length; length += more)
        more = readSync(file, bytes, length, bytes.length - length, length)
      return bytes.subarray(0, length)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      if (NOT_THERE.has(String(error.code))) return undefined
      throw new SourceSilent(path, String(error.code))
    } finally {
      if (file !== undefined) closeSync(file)
    }
  }
