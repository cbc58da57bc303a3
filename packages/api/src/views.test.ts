import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  ActRow,
  Assurances,
  Commitments,
  Communiques,
  Disputes,
  Overview,
  Papers,
  ProcessView,
  SourcePage,
  Sources,
  Standing,
  Statements,
  Timeline,
} from '@paraph/talks'
import type { z } from 'zod'
import type { AssurancesShape, CommuniquesShape, PapersShape } from './paper-views.ts'
import type { DisputesShape, SourcePageShape, SourcesShape } from './source-views.ts'
import { StandingShape } from './standing.ts'
import type { ActRowShape, CommitmentsShape, OverviewShape, ProcessShape, StatementsShape, TimelineShape } from './views.ts'

/** Holds at compile time: what talks gives is what the schema takes. A member that talks gains or changes stops the build here. */
type Fits<Given, Shape extends z.ZodType> = Given extends z.input<Shape> ? true : never
/** And no member of it is undeclared, at the first level: that would be dropped. */
type Whole<Given, Shape extends z.ZodType> = Exclude<keyof Given, keyof z.output<Shape>> extends never ? true : never

const held: readonly true[] = [
  true satisfies Fits<Standing, typeof StandingShape>,
  true satisfies Fits<Overview, typeof OverviewShape>,
  true satisfies Fits<Timeline, typeof TimelineShape>,
  true satisfies Fits<Statements, typeof StatementsShape>,
  true satisfies Fits<Commitments, typeof CommitmentsShape>,
  true satisfies Fits<Sources, typeof SourcesShape>,
  true satisfies Fits<SourcePage, typeof SourcePageShape>,
  true satisfies Fits<Disputes, typeof DisputesShape>,
  true satisfies Fits<Papers, typeof PapersShape>,
  true satisfies Fits<Communiques, typeof CommuniquesShape>,
  true satisfies Fits<Assurances, typeof AssurancesShape>,
  true satisfies Fits<ProcessView, typeof ProcessShape>,
  true satisfies Fits<ActRow, typeof ActRowShape>,
  true satisfies Whole<Standing, typeof StandingShape>,
  true satisfies Whole<Overview, typeof OverviewShape>,
  true satisfies Whole<Timeline, typeof TimelineShape>,
  true satisfies Whole<Statements, typeof StatementsShape>,
  true satisfies Whole<Commitments, typeof CommitmentsShape>,
  true satisfies Whole<Sources, typeof SourcesShape>,
  true satisfies Whole<SourcePage, typeof SourcePageShape>,
  true satisfies Whole<Disputes, typeof DisputesShape>,
  true satisfies Whole<Papers, typeof PapersShape>,
  true satisfies Whole<Communiques, typeof CommuniquesShape>,
  true satisfies Whole<Assurances, typeof AssurancesShape>,
  true satisfies Whole<ProcessView, typeof ProcessShape>,
  true satisfies Whole<ActRow, typeof ActRowShape>,
]

const standing = {
  talks: {
    status: 'open',
    since: null,
    by: [],
    because: [{ rule: 'open', facts: { days: 3, by: 'A' }, text: 'Open.', acts: ['a'.repeat(64)] }],
    wouldChange: [],
  },
  text: { status: 'none', open: 0, since: null, because: [] },
  commitments: [],
  covered: [{ from: '2025-01-01T00:00:00.000Z', until: '2025-02-01T00:00:00.000Z' }],
  seenBy: ['A'],
  computedWithout: 0,
  sentence: 'Open.',
}

test('[R5] an answer passes its schema unchanged, and what is not declared is dropped', () => {
  assert.equal(held.length, 26)
  assert.deepEqual(StandingShape.parse(standing), standing)
  assert.deepEqual(StandingShape.parse({ ...standing, secret: 1, talks: { ...standing.talks, secret: 1 } }), standing)
  for (const broken of [
    { ...standing, computedWithout: -1 },
    { ...standing, seenBy: ['not a token'] },
    { ...standing, talks: { ...standing.talks, status: 'fine' } },
  ])
    assert.equal(StandingShape.safeParse(broken).success, false)
})
