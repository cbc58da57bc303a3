import type { Example } from '../script.ts'
import { firstRound } from './first-round.ts'
import { inWriting } from './in-writing.ts'
import { markers } from './markers.ts'
import { EXERCISE_HOST } from './founding.ts'
import { opening } from './opening.ts'
import { secondRound } from './second-round.ts'
import { spring } from './spring.ts'
import { thirdRound } from './third-round.ts'

/** The Lake Sera exercise: fictional, played on by whoever opens it. One chapter a file, in the order of the record. */
export const lakeSera: Example = {
  slug: 'lake-sera',
  hostName: EXERCISE_HOST,
  playable: true,
  script: [...opening, ...firstRound, ...secondRound, ...spring, ...thirdRound, ...inWriting, ...markers],
}
