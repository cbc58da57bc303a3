import { join } from 'node:path'
import type { Captured } from '@paraph/api'
import { type Submission, transport } from '@paraph/client'
import { accept, type Instant, type Json, type ProcessId, type Receipt, type Result } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { type CaptureGiven, createHost, openCaptures } from '@paraph/server'
import { type DataFolder, type Holder, openDataFolder, readHolder, type Secrets, type Store, secretsIn } from '@paraph/store'
import { captureOver } from './captured.ts'
import { type Ground, groundOf, openGround, openToRead, sameGround } from './database.ts'
import { publicDraws } from './examples.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The way to records for what changes them, in the data folder or in the database that `DATABASE_URL` names: over HTTP to the server that holds
 * the folder, or by this command's own host while it holds the folder itself, where keys are. `address`: where the server is, undefined where
 * there is none.
 */
export type Door = {
  readonly address: string | undefined
  readonly store: Store
  readonly secrets: Secrets
  readonly makeLogKey: () => Promise<Result<{ readonly name: string; readonly key: string }>>
  readonly found: (founding: Submission) => Promise<Result<Receipt>>
  readonly submit: (process: ProcessId, act: Submission) => Promise<Result<Receipt>>
  /** Keeps and reads a source; an address is fetched by whoever holds the folder. */
  readonly capture: (process: ProcessId, given: CaptureGiven) => Promise<Result<Captured>>
  readonly close: () => Promise<void>
}

/** Name of this host in the records that it keeps, unless `PARAPH_HOST_NAME` says another: a name and no address. */
export const HOST_NAME = 'paraph.local'
export const hostName = ({ env }: Pick<Surroundings, 'env'>): string => env['PARAPH_HOST_NAME'] ?? HOST_NAME

/** How long a command waits for another command that holds the folder and has no door, in ms, and how often it looks. */
const PATIENCE = 10_000
const LOOK_EVERY = 50

/** Opens whichever door there is. */
export const openDoor = async (home: string, surroundings: Surroundings): Promise<Result<Door>> => {
  const ground = groundOf(home, surroundings)
  if (!ground.ok) return ground
  const end = Date.now() + PATIENCE
  for (;;) {
    const folder = openDataFolder(home)
    if (folder.ok) {
      // A database that goes away while this opens is thrown.
      const door = await ownDoor(folder.value, ground.value, surroundings).catch((error: unknown) => {
        folder.value.close()
        throw error
      })
      if (!door.ok) folder.value.close()
      return door
    }
    if (folder.refusal.code !== 'folder-held') return folder
    const holder = readHolder(home)
    if (holder?.address !== undefined) return serverDoor(ground.value, { ...holder, address: holder.address })
    if (Date.now() > end) return folder
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

const ownDoor = async (folder: DataFolder, ground: Ground, surroundings: Surroundings): Promise<Result<Door>> => {
  const store = await openGround(ground)
  if (!store.ok) return store
  const clock = (): Instant => surroundings.now() as Instant
  const host = await createHost({
    store: store.value,
    secrets: folder.secrets,
    clock,
    primitives: nodePrimitives,
    name: hostName(surroundings),
    reserved: publicDraws(),
    shared: ground.url !== undefined,
  }).catch(async (error: unknown) => {
    await store.value.close()
    throw error
  })
  return accept({
    address: undefined,
    store: store.value,
    secrets: folder.secrets,
    makeLogKey: async () => host.makeLogKey(),
    found: async (founding) => receiptOf(await host.found(asJson(founding))),
    submit: async (process, act) => receiptOf(await host.submit(process, asJson(act))),
    capture: (id, given) => openCaptures({ host }).capture({ id }, given),
    close: async () => {
      await host.close()
      await store.value.close()
      folder.close()
    },
  })
}

const receiptOf = (filed: Result<{ readonly receipt: Receipt }>): Result<Receipt> => (filed.ok ? accept(filed.value.receipt) : filed)

/** A submission is JSON by its type; entries are branded, which JSON is not. */
const asJson = (submission: Submission): Json => submission as unknown as Json

const serverDoor = async (ground: Ground, holder: Holder & { readonly address: string }): Promise<Result<Door>> => {
  const same = sameGround(ground, holder)
  if (!same.ok) return same
  const { address, token } = holder
  const store = await openToRead(ground)
  if (!store.ok) return store
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const { ask } = transport(fetch, { base: address, headers })
  return accept({
    address,
    store: store.value,
    secrets: secretsIn(join(ground.home, 'keys')),
    makeLogKey: () => ask('makeLogKey', {}),
    found: (founding) => ask('open', { body: asJson(founding) }),
    submit: async (process, act) => {
      const answer = await ask('submit', { params: { ref: process }, body: asJson(act) })
      // Whether a lost answer's act was recorded is not known: the same entry again is safe, and says.
      return !answer.ok && answer.refusal.code === 'host-unreachable'
        ? ask('submit', { params: { ref: process }, body: asJson(act) })
        : answer
    },
    capture: (process, given) => captureOver({ base: address, headers }, process, given),
    close: () => store.value.close(),
  })
}
