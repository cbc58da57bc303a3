import { buildExample, type Example, examples, reserved } from '@paraph/examples'
import { accept, type EntryHash, type Instant, type Json, type Result } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { createHost } from '@paraph/server'
import { type DataFolder, openDataFolder, type Store } from '@paraph/store'
import { type Ground, groundOf, openGround, openToRead } from './database.ts'
import { findProcess } from './reading.ts'
import { complain, type Surroundings } from './surroundings.ts'

/**
 * What a host refuses in every act: keys and salts of the examples are public. The exercise’s own keys sign in the exercise all the same. The
 * builder of examples alone goes without.
 */
export const publicDraws = () => reserved({ primitives: nodePrimitives, signerOf: nodeSigner })

/** How long a command waits for another one that is building an example, in ms, and how often it looks. */
const PATIENCE = 20_000
const LOOK_EVERY = 100

/**
 * A store to read with the named example in it: built now, under the folder's lock, if this command is the first that names it. For any other
 * name nothing is built.
 */
export const openWithExample = async (home: string, ref: string, surroundings: Surroundings): Promise<Result<Store>> => {
  const ground = groundOf(home, surroundings)
  if (!ground.ok) return ground
  const example = examples.find(({ slug }) => slug === ref)
  if (example === undefined) return openToRead(ground.value)
  const end = Date.now() + PATIENCE
  for (;;) {
    const store = await openToRead(ground.value)
    if (store.ok && (await isBuilt(store.value, example))) return store
    if (store.ok) await store.value.close()
    else if (store.refusal.code !== 'database-missing') return store
    const folder = openDataFolder(home)
    if (folder.ok) {
      const built = await buildInto(folder.value, [example], surroundings, ground.value).finally(folder.value.close)
      if (!built.ok) return built
    } else if (folder.refusal.code !== 'folder-held' || Date.now() > end) return folder
    else await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

/** Builds every example that is lacking where the records are. The caller holds the folder, which keeps the keys. */
export const buildExamples = (folder: DataFolder, surroundings: Surroundings, ground: Ground): Promise<Result<void>> =>
  buildInto(folder, examples, surroundings, ground)

const buildInto = async (
  folder: DataFolder,
  wanted: readonly Example[],
  surroundings: Surroundings,
  ground: Ground,
): Promise<Result<void>> => {
  const store = await openGround(ground)
  if (!store.ok) return store
  try {
    for (const example of wanted) {
      if (await isBuilt(store.value, example)) continue
      complain(surroundings, `Building the example ${example.slug} …`)
      const built = await build(example, store.value, folder)
      if (!built.ok) return built
    }
    return accept(undefined)
  } finally {
    await store.value.close()
  }
}

/** A build that was broken off is taken up again: acts that stand already are answered with their receipts. */
const isBuilt = async (store: Store, { slug, script }: Example): Promise<boolean> =>
  ((await findProcess(store, slug))?.head.size ?? 0) >= script.length

/** The script's own clock: the host records each act when the script says, so that the bytes are the same everywhere. */
const build = async (example: Example, store: Store, { secrets }: DataFolder): Promise<Result<unknown>> => {
  const moments = new Map<EntryHash, Instant>()
  const clock = (entry: EntryHash): Instant => moments.get(entry)!
  const host = await createHost({ store, secrets, clock, primitives: nodePrimitives, name: example.hostName })
  try {
    return await buildExample(
      example,
      { primitives: nodePrimitives, signerOf: nodeSigner },
      {
        found: async ({ hash, recorded, submission }, logKey) => {
          moments.set(hash, recorded)
          const made = host.makeLogKey(logKey.seed)
          return made.ok ? host.found(submission as unknown as Json) : made
        },
        submit: (process, steps) => {
          for (const { hash, recorded } of steps) moments.set(hash, recorded)
          return host.submitAll(
            process,
            steps.map(({ submission }) => submission as unknown as Json),
          )
        },
      },
    )
  } finally {
    await host.close()
  }
}
