import type { Draft, Example } from '../script.ts'
import { accountOfTheEighth, rulingAskedFor } from './after-the-round.ts'
import { ceasefire, keptInRiyadh, territory } from './commitments.ts'
import { dohaRound } from './doha.ts'
import { dohaDocument } from './doha-document.ts'
import { beforeTheTruce } from './fighting.ts'
import { EXAMPLE_HOST, founding, RAPPORTEUR, RAPPORTEUR_KEY, tracksOpened } from './founding.ts'
import { istanbulInNovember } from './istanbul-november.ts'
import { istanbulInOctober } from './istanbul-october.ts'
import { jointPoints } from './joint-points.ts'
import { lateNovember, riyadhContacts } from './late-november.ts'
import { ninthOfNovember } from './ninth-of-november.ts'
import { positions } from './positions.ts'
import { retoldOnTheSeventh } from './retold.ts'
import { sources } from './sources.ts'
import { truceAndExtension } from './truce.ts'

/** When the reconstruction was recorded, long after what it tells: the first act's moment, and one step's distance from the next. */
const RECORDED_FROM = Date.parse('2026-02-02T08:00:00.000Z')
const STEP = 60_000

/** Each part refers to earlier ones only, so the order is that of the record and not everywhere that of the days. */
const drafts: readonly Draft[] = [
  ...founding,
  ...sources,
  ...tracksOpened,
  ...beforeTheTruce,
  ...truceAndExtension,
  ...dohaRound,
  ...dohaDocument,
  ...istanbulInOctober,
  ...jointPoints,
  ...istanbulInNovember,
  ...retoldOnTheSeventh,
  ...ceasefire,
  ...accountOfTheEighth,
  ...territory,
  ...rulingAskedFor,
  ...ninthOfNovember,
  ...lateNovember,
  ...riyadhContacts,
  ...keptInRiyadh,
  ...positions,
]

/** The Istanbul talks of 2025, rebuilt from public reporting in words of our own. */
export const istanbul: Example = {
  slug: 'istanbul-2025',
  hostName: EXAMPLE_HOST,
  script: drafts.map((draft, at) => ({
    ...draft,
    key: RAPPORTEUR_KEY,
    by: RAPPORTEUR,
    recorded: new Date(RECORDED_FROM + at * STEP).toISOString(),
  })),
}
