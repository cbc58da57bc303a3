import type { ProcessId } from '@paraph/record'

/** Which processes are in memory and how large they are, the longest unasked first. */
export type Held = {
  /** A process was asked for at a size; `release` lets go of it and says whether it could. Beyond the limit others are let go, the longest unasked first. */
  readonly touch: (id: ProcessId, size: number, release: () => boolean) => void
  /** Acts in memory, as far as is known here. */
  readonly acts: () => number
}

/** `limit`: acts in memory over all processes. One process is held whatever its size. */
export const openHeld = (limit: number): Held => {
  const held = new Map<ProcessId, { readonly size: number; readonly release: () => boolean }>()
  let acts = 0
  const forget = (id: ProcessId): void => {
    acts -= held.get(id)?.size ?? 0
    held.delete(id)
  }
  return {
    touch: (id, size, release) => {
      forget(id)
      held.set(id, { size, release })
      acts += size
      if (acts <= limit) return
      for (const [other, { release: letGo }] of held) {
        if (acts <= limit || other === id) return
        if (letGo()) forget(other)
      }
    },
    acts: () => acts,
  }
}
