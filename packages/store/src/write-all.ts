import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Files that only their owner may read: keys, and who holds the folder. */
export const PRIVATE_MODE = 0o600

/**
 * Writes every byte or throws. `writeSync` may write less than asked without throwing (seen on a full tmpfs), so nothing else in the house
 * calls it.
 */
export const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) {
    const more = writeSync(file, bytes, written, bytes.length - written)
    if (more === 0) throw Object.assign(new Error('nothing more can be written'), { code: 'ENOSPC' })
    written += more
  }
}

/** Replaces a file as a whole, durably: after a crash there is the old text or the new one. Mode 0600 unless told. */
export const replaceFile = (path: string, bytes: Uint8Array, mode = PRIVATE_MODE): void => {
  const next = `${path}.${process.pid}.next`
  const file = openSync(next, 'w', mode)
  try {
    try {
      writeAll(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(next, path)
  } catch (error) {
    unlinkSync(next)
    throw error
  }
  syncFolder(dirname(path))
}

/** Makes a new name within a folder durable. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
