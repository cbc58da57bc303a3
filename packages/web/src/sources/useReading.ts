import type { Refusal } from '@paraph/record'
import { useEffect, useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask } from '../process/ask.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { SourceView } from '../process/seen.ts'
import type { Captured } from './captured.ts'
import { hashOf } from './pieces.ts'

/** The text of a source: `none` where no page is held, `hash` its SHA-256 as places name it. */
export type Text =
  | { readonly state: 'asked' | 'none' }
  | { readonly state: 'read'; readonly captured: Captured; readonly hash: string }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** Asks the host for the text of a source whose page is held. What it read it reads the same way again: places are offsets into it. */
export const useReading = (source: SourceView | null): Text => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const [text, setText] = useState<Text>({ state: 'asked' })
  const hash = source?.act.hash
  const held = source?.held === true
  useEffect(() => {
    if (hash === undefined || !held) return setText({ state: 'none' })
    const stop = new AbortController()
    setText({ state: 'asked' })
    ask<Captured>(`/processes/${encodeURIComponent(ref)}/sources/${hash}/reading`, { language, signal: stop.signal }).then(
      async (result) => {
        const next: Text = result.ok
          ? { state: 'read', captured: result.value, hash: await hashOf(result.value.reading.text) }
          : { state: 'refused', refusal: result.refusal }
        if (!stop.signal.aborted) setText(next)
      },
    )
    return () => stop.abort()
  }, [ref, hash, held, language])
  return text
}
