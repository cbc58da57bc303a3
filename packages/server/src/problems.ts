import { HOST_REFUSALS, type HostCode, PROBLEM_TYPE, problem } from '@paraph/api'
import { type Refusal, refuse } from '@paraph/record'
import { refusalWords, type Say, type TalksCode } from '@paraph/talks'
import type { FastifyError } from 'fastify'
import { refusalOfTrouble } from './trouble.ts'

/** Seconds after which a refusal of the host's own trouble is worth trying again. */
const RETRY_AFTER = 2

/** A refusal as it is sent: the one place where one becomes HTTP. */
export const sendable = (refusal: Refusal, say: Say) => {
  const body = problem(refusal, sentence(refusal, say))
  return {
    status: body.status,
    headers: {
      'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(body.status === 503 || body.status === 429 ? { 'retry-after': String(RETRY_AFTER) } : {}),
    },
    body: JSON.stringify(body),
  }
}

/** A refusal in the reader's language: the host's own sentence, or that of talks by its code. */
const sentence = ({ code, facts }: Refusal, say: Say): string => {
  if (Object.hasOwn(HOST_REFUSALS, code)) return say(HOST_REFUSALS[code as HostCode].title, facts)
  return Object.hasOwn(refusalWords, code) ? say(refusalWords[code as TalksCode], facts) : code
}

/** What Fastify itself refuses, or a store that cannot be read while an answer is made, as a refusal of ours; undefined where it is a fault. */
export const refusalOfError = (error: FastifyError): Refusal | undefined => {
  const trouble = refusalOfTrouble(error)
  if (trouble !== undefined) return trouble
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('too-large').refusal
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('not-json').refusal
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return refuse('malformed-json').refusal
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? refuse('schema', { problem: error.code }).refusal
        : undefined
  }
}
