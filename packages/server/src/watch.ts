import type { Result } from '@paraph/record'
import type { Filed } from './batch.ts'

/**
 * What a host tells whoever counts. `answered`: what became of a submission. `committed`: a transaction of so many new acts, in seconds from the
 * request for the lock to the answer of the disk. Nothing here names a process, a body or an act.
 */
export type Watcher = {
  readonly answered: (result: Result<Filed>) => void
  readonly committed: (commit: { readonly acts: number; readonly seconds: number }) => void
}

/** All that watch, told as one; watching ends with the returned function. */
export const watchers = (): Watcher & { readonly watch: (watcher: Watcher) => () => void } => {
  const watching = new Set<Watcher>()
  return {
    answered: (result) => {
      for (const watcher of watching) watcher.answered(result)
    },
    committed: (commit) => {
      for (const watcher of watching) watcher.committed(commit)
    },
    watch: (watcher) => {
      watching.add(watcher)
      return () => watching.delete(watcher)
    },
  }
}
