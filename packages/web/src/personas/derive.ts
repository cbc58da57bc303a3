import { type DeviceKey, dropKey, keysHere, takeKey } from '../keys/deviceKey.ts'
import { kept } from '../kept.ts'
import { PLAYED, type Persona } from './cast.ts'

/** The seed of a persona's key, 32 bytes: SHA-256(`paraph/example/lake-sera/<label>`). Public, as founding act and page say. */
export const seedOf = async (label: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`paraph/example/${PLAYED}/${label}`)))

const nameOf = (process: string): string => `persona/${process}`

/** Who was chosen last in a process, by the label of the persona. */
export const chosen = (process: string): string | null => kept.read(nameOf(process))

/** Plays nobody: no key of this process stays in the browser. */
export const actAsNobody = async (process: string): Promise<void> => {
  kept.drop(nameOf(process))
  for (const key of await keysHere(process)) await dropKey(key)
}

/** Plays one persona and nobody else: one key of the process is in this browser, so that nothing is signed for a body that the page does not name. */
export const actAs = async (process: string, { label, body }: Persona): Promise<DeviceKey> => {
  const seed = await seedOf(label)
  kept.write(nameOf(process), label)
  const taken = await takeKey({ seed, process, body })
  for (const key of await keysHere(process)) if (key.body !== body) await dropKey(key)
  return taken
}
