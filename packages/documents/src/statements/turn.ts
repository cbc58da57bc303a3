import type { Block } from './block.ts'
import type { Voice } from './speaker.ts'
import type { Cue } from './suggestion.ts'

/** Whose turn it is in a transcript. `asks`: who asks or moderates is no party: their own words are not taken, what they report is. */
export type Turn = { readonly voice: Voice; readonly asks: boolean; readonly cue: Cue }

const ASKING = /^(?:q|question|questioner|moderator|operator|host|reporter|journalist|interviewer|press)\b/i
const OFFICE = /\b(?:official|president|minister|secretary|spokes\w+|ambassador|speaker|chair\w*)\b/i

/** The turn that a label opens: an office (`SENIOR OFFICIAL:`) is no name. */
export const turnOf = (text: string, block: Block, label: string): Turn => {
  const start = Math.max(0, text.lastIndexOf(label, block.start))
  const office = OFFICE.test(label)
  return {
    voice: { speaker: office ? null : label, office: office ? label.toLowerCase() : null, many: false },
    asks: ASKING.test(label),
    cue: { text: label, start, end: start + label.length, rule: 'label' },
  }
}
