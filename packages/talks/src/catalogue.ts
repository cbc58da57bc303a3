import { actorKinds } from './actor.ts'
import { assuranceKinds } from './assurance.ts'
import { bodyKinds } from './body.ts'
import { commitmentKinds } from './commitment.ts'
import { communiqueKinds } from './communique.ts'
import { consentKinds } from './consent.ts'
import { deadlockKinds } from './deadlock.ts'
import { erasureKinds } from './erasure.ts'
import { incidentKinds } from './incident.ts'
import { instrumentKinds } from './instrument.ts'
import { issueKinds } from './issue.ts'
import { keyKinds } from './key.ts'
import type { Kind } from './kind.ts'
import { measureKinds } from './measure.ts'
import { memberKinds } from './member.ts'
import { paperKinds } from './paper.ts'
import { positionKinds } from './position.ts'
import { processKinds } from './process.ts'
import { publicationKinds } from './publication.ts'
import { roundKinds } from './round.ts'
import { sourceKinds } from './source.ts'
import { statementKinds } from './statement.ts'
import { trackKinds } from './track.ts'

/** Every kind of act of rule set `paraph/1`, noun by noun. Act types are wire format: one never changes its meaning. */
export const catalogue: readonly Kind[] = [
  ...processKinds,
  ...bodyKinds,
  ...keyKinds,
  ...memberKinds,
  ...consentKinds,
  ...actorKinds,
  ...trackKinds,
  ...issueKinds,
  ...positionKinds,
  ...paperKinds,
  ...roundKinds,
  ...communiqueKinds,
  ...sourceKinds,
  ...statementKinds,
  ...assuranceKinds,
  ...commitmentKinds,
  ...deadlockKinds,
  ...instrumentKinds,
  ...incidentKinds,
  ...measureKinds,
  ...publicationKinds,
  ...erasureKinds,
]

const byType: ReadonlyMap<string, Kind> = new Map(catalogue.map((one) => [one.type, one]))

/** The kind of an act type; undefined for one that this version does not know. */
export const kindOf = (type: string): Kind | undefined => byType.get(type)
