import { useCallback, useEffect, useState } from 'react'
import { kept } from '../kept.ts'

/** What was typed into a form and not yet recorded: kept in this browser from the first letter on, until the act is on the record. */
export const useDraft = <Draft extends Record<string, unknown>>(
  name: string,
  empty: Draft,
): {
  draft: Draft
  change: (part: Partial<Draft>) => void
  drop: () => void /** whether this browser keeps what was typed last */
  isKept: boolean
} => {
  const [isKept, setKept] = useState(true)
  const [draft, setDraft] = useState<Draft>(() => read(name, empty))
  useEffect(() => setDraft(read(name, empty)), [name, empty])
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part }
        const written = kept.write(`draft/${name}`, JSON.stringify(next))
        queueMicrotask(() => setKept(written))
        return next
      }),
    [name],
  )
  const drop = useCallback(() => {
    kept.drop(`draft/${name}`)
    setDraft(empty)
  }, [name, empty])
  return { draft, change, drop, isKept }
}

const read = <Draft extends Record<string, unknown>>(name: string, empty: Draft): Draft => {
  const before = kept.read(`draft/${name}`)
  if (before === null) return empty
  try {
    return { ...empty, ...(JSON.parse(before) as Partial<Draft>) }
  } catch {
    return empty
  }
}
