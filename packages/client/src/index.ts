export type { AnswerOf, AskedRoute, KeptAct } from './answers.ts'
export { claimedSize, type Followed, type Following, follow, type Memory } from './follow.ts'
export { type Gathered, gathered } from './gathered.ts'
export { type SignedAct, type Signing, type Submission, signAct } from './sign.ts'
export { HostSilent, hostSource } from './source.ts'
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
