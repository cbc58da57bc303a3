import type { Block } from './block.ts'
import type { Report } from './report.ts'
import type { Voice } from './speaker.ts'
import type { Cue, Place, SaidWhen, SpeechAct, SpeechForm } from './suggestion.ts'
import type { Token } from './token.ts'

/** What a saying was when it was found, before it becomes a suggestion. */
export type Said = {
  readonly voice: Voice
  readonly kind: SpeechForm
  readonly place: Place
  readonly cue: Cue
  readonly date: SaidWhen | null
  readonly act: SpeechAct
}
/** What is reported in a sentence; `least`: the token before which the words are the author's. */
export type Told = {
  readonly block: Block
  readonly sentence: Place
  readonly tokens: readonly Token[]
  readonly reports: readonly Report[]
  readonly least?: number
}
/** Whose words a sentence may go on with: the last saying of the same paragraph. */
export type Previous = { readonly said: Said; readonly block: Block; readonly listed: boolean }
