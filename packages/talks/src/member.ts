import type { BodyId } from '@paraph/record'
import { z } from 'zod'
import type { Account } from './account.ts'
import { kind } from './kind.ts'
import { MemberToken, Words } from './shapes.ts'

/** Name and office of a member. Not structure: names can be erased, tokens cannot. */
const Described = z.strictObject({ member: MemberToken, name: Words, office: Words.optional() })
export type MemberDescribed = z.output<typeof Described>

/** The latest description of each member, by body and token. */
export type MemberSlice = Map<string, Account<MemberDescribed>>
export const beginMembers = (): MemberSlice => new Map()
export const memberKey = (body: BodyId, member: string): string => `${body}/${member}`

const described = kind({
  type: 'member.described',
  noun: 'member',
  schema: Described,
  who: {
    own: ['party', 'mediator', 'secretariat', 'rapporteur', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'],
    recorder: true,
  },
  framesTime: true,
  fold: (state, act, mark) => {
    state.members.set(memberKey(mark.by, act.member), { act, mark })
  },
})

/** `member.*`: each body describes its own members. */
export const memberKinds = [described]
