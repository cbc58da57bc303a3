import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Accounts, addAccount, refer, slot } from './account.ts'
import { kind } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, Words } from './shapes.ts'

/** A document that exists elsewhere and whose text is not held, by somebody's account. A further account names the first by `instrument`. */
const Reported = z.strictObject({
  instrument: Ref.optional(),
  title: Words,
  parties: z.array(BodyToken).min(1).max(50),
  character: z.enum([
    'treaty',
    'agreement-under-another-law',
    'political-commitment',
    'exchange-of-notes',
    'unilateral-declaration',
    'disputed',
    'not-known',
  ]),
  content: Words,
  signed: z.enum(['kind-not-known', 'ad-referendum', 'subject-to-ratification', 'definitive', 'not-signed', 'not-said']),
  by: z
    .array(z.strictObject({ body: BodyToken, name: Words, office: Words.optional() }))
    .max(50)
    .optional(),
  round: Ref.optional(),
})
export type InstrumentReported = z.output<typeof Reported>

/** A document by the accounts of it. */
export type Instrument = { readonly id: EntryHash; readonly accounts: Accounts<InstrumentReported> }
export type InstrumentSlice = Map<EntryHash, Instrument>
export const beginInstruments = (): InstrumentSlice => new Map()

const reported = kind({
  type: 'instrument.reported',
  noun: 'instrument',
  schema: Reported,
  who: { own: ['party', 'mediator', 'secretariat', 'depositary'], ascribable: true },
  refers: (act) => [...refer('instrument', act.instrument, 'instrument'), ...refer('round', act.round, 'round')],
  names: (act) => act.instrument,
  rule: (state, act) => {
    const unknown = act.parties.find((body) => state.bodies.get(body)?.founding === undefined)
    return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, 'act.parties')
  },
  fold: (state, act, mark) => {
    const id = act.instrument ?? mark.hash
    addAccount(slot(state.instruments, id, () => ({ id, accounts: new Map() })).accounts, act, mark)
  },
})

/** `instrument.*`: only *reported*; adopting, initialling, signing come with the negotiating text. */
export const instrumentKinds = [reported]
