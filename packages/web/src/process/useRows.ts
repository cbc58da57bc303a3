import type { Refusal, Result } from '@paraph/record'
import { useEffect, useRef, useState } from 'react'
import { inWorker } from '../check/line.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask } from './ask.ts'
import { useCheckedSize, useProcess } from './ProcessRoom.tsx'
import type { ActRow } from './seen.ts'

/** Rows asked for at once. */
const PAGE = 200

type Rows = { readonly rows: readonly ActRow[] } | readonly ActRow[]

/** The acts in sight, newest first, a page at a time: from the worker once it has checked them, else from the host. `size` acts in all. */
export const useRows = (
  size: number,
  sight: { first: number; last: number },
): { rowAt: (position: number) => ActRow | undefined; refusal: Refusal | null } => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const checked = useCheckedSize()
  const here = checked !== null && checked >= size
  const pages = useRef(new Map<string, readonly ActRow[] | 'asked'>())
  const [, setLoaded] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const keyOf = (page: number) => `${ref} ${language} ${size} ${here} ${page}`
  const [firstPage, lastPage] = [Math.floor(sight.first / PAGE), Math.floor(sight.last / PAGE)]

  // biome-ignore lint/correctness/useExhaustiveDependencies: `keyOf` is these
  useEffect(() => {
    for (let page = firstPage; page <= lastPage; page++) {
      const key = keyOf(page)
      if (pages.current.has(key)) continue
      pages.current.set(key, 'asked')
      const before = size - page * PAGE
      const told: Promise<Result<Rows>> = here
        ? inWorker<Rows>({ do: 'rows', process: ref, before, limit: PAGE, language })
        : ask<Rows>(`/processes/${encodeURIComponent(ref)}/rows?before=${before}&limit=${PAGE}`, { language })
      told.then((result) => {
        if (result.ok) pages.current.set(key, 'rows' in result.value ? result.value.rows : result.value)
        else pages.current.delete(key)
        setRefusal(result.ok ? null : result.refusal)
        setLoaded((times) => times + 1)
      })
    }
  }, [ref, language, size, here, firstPage, lastPage])

  const shown = useRef(new Map<number, ActRow>())
  return {
    rowAt: (position) => {
      const page = pages.current.get(keyOf(Math.floor(position / PAGE)))
      const index = size - 1 - position
      const row = page === undefined || page === 'asked' ? undefined : page[position % PAGE]
      // the last known row stays in sight until the new answer is there
      if (row !== undefined) shown.current.set(index, row)
      return row ?? shown.current.get(index)
    },
    refusal,
  }
}
