import type { EntryHash } from '@paraph/record'
import { beginActors, type ActorSlice } from './actor.ts'
import { type AssuranceSlice, beginAssurances } from './assurance.ts'
import { type BodySlice, beginBodies } from './body.ts'
import { beginCommitments, type CommitmentSlice } from './commitment.ts'
import { beginCommuniques, type CommuniqueSlice } from './communique.ts'
import { beginConsents, type ConsentSlice } from './consent.ts'
import { beginDeadlocks, type DeadlockSlice } from './deadlock.ts'
import { beginErasures, type ErasureSlice } from './erasure.ts'
import type { Filed } from './filed.ts'
import { beginIncidents, type IncidentSlice } from './incident.ts'
import { beginInstruments, type InstrumentSlice } from './instrument.ts'
import { beginIssues, type IssueSlice } from './issue.ts'
import { beginKeys, type KeySlice } from './key.ts'
import { beginMeasures, type MeasureSlice } from './measure.ts'
import { beginMembers, type MemberSlice } from './member.ts'
import { beginPapers, type PaperSlice } from './paper.ts'
import { beginPositions, type PositionSlice } from './position.ts'
import { beginProcess, type ProcessSlice } from './process.ts'
import { beginPublications, type PublicationSlice } from './publication.ts'
import { beginRounds, type RoundSlice } from './round.ts'
import { beginSources, type SourceSlice } from './source.ts'
import { beginStatements, type StatementSlice } from './statement.ts'
import { beginTracks, type TrackSlice } from './track.ts'

/**
 * Everything that folding acts gives: one slice per noun, each grown in place by the folds of its own file and by nobody else, and `filed`,
 * where every entry stands by its name. Rules and views read.
 */
export type State = {
  /** every entry folded, open or not, by its hash */
  readonly filed: Map<EntryHash, Filed>
  readonly process: ProcessSlice
  readonly bodies: BodySlice
  readonly keys: KeySlice
  readonly members: MemberSlice
  readonly consents: ConsentSlice
  readonly actors: ActorSlice
  readonly tracks: TrackSlice
  readonly issues: IssueSlice
  readonly positions: PositionSlice
  readonly papers: PaperSlice
  readonly rounds: RoundSlice
  readonly communiques: CommuniqueSlice
  readonly sources: SourceSlice
  readonly statements: StatementSlice
  readonly assurances: AssuranceSlice
  readonly commitments: CommitmentSlice
  readonly deadlocks: DeadlockSlice
  readonly instruments: InstrumentSlice
  readonly incidents: IncidentSlice
  readonly measures: MeasureSlice
  readonly publications: PublicationSlice
  readonly erasures: ErasureSlice
}

/** The state before any act. */
export const begin = (): State => ({
  filed: new Map(),
  process: beginProcess(),
  bodies: beginBodies(),
  keys: beginKeys(),
  members: beginMembers(),
  consents: beginConsents(),
  actors: beginActors(),
  tracks: beginTracks(),
  issues: beginIssues(),
  positions: beginPositions(),
  papers: beginPapers(),
  rounds: beginRounds(),
  communiques: beginCommuniques(),
  sources: beginSources(),
  statements: beginStatements(),
  assurances: beginAssurances(),
  commitments: beginCommitments(),
  deadlocks: beginDeadlocks(),
  instruments: beginInstruments(),
  incidents: beginIncidents(),
  measures: beginMeasures(),
  publications: beginPublications(),
  erasures: beginErasures(),
})
