import { useKeys } from '../keys/useKeys.ts'
import { type Persona, personasOf } from './cast.ts'
import { chosen } from './derive.ts'
import type { ProcessView } from '../process/seen.ts'

/** Whom this browser plays in a process: nobody where its key is not here, or where nobody may be played. */
export const usePersona = (process: ProcessView): Persona | null => {
  const keys = useKeys(process.id)
  const label = chosen(process.id)
  return personasOf(process).find((one) => one.label === label && keys.some(({ body }) => body === one.body)) ?? null
}
