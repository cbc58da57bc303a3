import { hex, type Json, utf8 } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { type HeldRecord, type HeldStep, heldRecord } from '@paraph/testkit'

/** A key of this exercise by its label. */
export const keyOf = (label: string) => nodeSigner(nodePrimitives.sha256(utf8(`client exercise ${label}`)))
const logSeed = nodePrimitives.sha256(utf8('client exercise log'))

/** A short exercise of one secretariat and two parties: as many entries as asked for, at least one. */
export const exercise = async (size: number, variant = 'a'): Promise<HeldRecord> => {
  let record = await heldRecord(founding(variant), { name: 'exercise.example', logSeed })
  for (let index = 1; index < size; index++) record = await record.with(issue(index))
  return record
}

const founding = (variant: string): HeldStep => ({
  by: 'SEC',
  signer: keyOf('SEC'),
  person: 'clerk',
  recorded: '2025-01-01T00:00:00.000Z',
  act: {
    type: 'process.opened',
    v: 1,
    slug: `exercise-${variant}`,
    title: { en: 'An exercise' },
    nature: 'exercise',
    host: { name: 'exercise.example', key: hex(nodeSigner(logSeed).publicKey) },
    rules: 'paraph/1',
    solemn: ['device'],
    quorum: 'none',
    languages: ['en'],
    bodies: [body('SEC', ['secretariat'], 'clerk'), body('A', ['party']), body('B', ['party'])],
    statusClause: { en: 'Taking part changes nothing.' },
    grounds: { agreement: 'consensus', order: { kind: 'listed', bodies: ['A', 'B'] }, graceDays: 14 },
  },
})

const body = (id: string, roles: readonly string[], member?: string): Json => ({
  id,
  roles: [...roles],
  names: { en: id },
  keys: [{ key: hex(keyOf(id).publicKey), kind: 'device', ...(member === undefined ? {} : { member }) }],
})

/** An issue that the secretariat tables, as the `index`-th entry. */
export const issue = (index: number, title = `Issue ${index}`): HeldStep => ({
  by: 'SEC',
  signer: keyOf('SEC'),
  recorded: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(),
  act: { type: 'issue.tabled', title: { en: title } },
})
