export { PAGES_AHEAD } from './act-pages.ts'
export type { AnswerOf, AskedRoute, KeptAct } from './answers.ts'
export { claimedSize } from './claimed-size.ts'
export { type Followed, type Following, follow, type Memory } from './follow.ts'
export { type Gathered, gathered } from './gathered.ts'
export { HostSilent } from './host-silent.ts'
export { type SignedAct, type Signing, type Submission, signAct } from './sign.ts'
export { hostSource } from './source.ts'
export {
  ANSWER_LIMIT,
  type Answered,
  type Fetch,
  type Place,
  type Question,
  type Transport,
  type TransportCode,
  transport,
} from './transport.ts'
