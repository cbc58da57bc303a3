import assert from 'node:assert/strict'
import { test } from 'node:test'
import { causeOf, openingCauseOf } from './postgres-errors.ts'

const coded = (code: string, message = 'said so') => Object.assign(new Error(message), { code })

test('every kind of failure of a server has its cause, and a broken statement has none', () => {
  const causes: readonly (readonly [error: Error, cause: string | undefined])[] = [
    [coded('23505'), 'taken'],
    [coded('53100'), 'disk-full'],
    [coded('53300'), 'busy'],
    [coded('55P03'), 'busy'],
    [coded('57014'), 'busy'],
    [coded('40001'), 'busy'],
    [coded('25006'), 'read-only'],
    [coded('25P03'), 'unreachable'],
    [coded('57P01'), 'unreachable'],
    [coded('08006'), 'unreachable'],
    [coded('28P01'), 'unreachable'],
    [coded('58030'), 'input-output'],
    [coded('XX001'), 'damaged'],
    [coded('ECONNREFUSED'), 'unreachable'],
    [new Error('Connection terminated unexpectedly'), 'unreachable'],
    [new Error('Query read timeout'), 'unreachable'],
    [coded('42601'), undefined],
    [coded('42P01'), undefined],
    [coded('23503'), undefined],
    [coded('XX000'), undefined],
    [new TypeError('a bug'), undefined],
  ]
  for (const [error, cause] of causes) assert.equal(causeOf(error), cause, `${String((error as { code?: string }).code)} ${error.message}`)
  assert.equal(causeOf('no error'), undefined)
})

test('before there is a connection more can be wrong', () => {
  assert.equal(openingCauseOf(coded('28P01')), 'denied')
  assert.equal(openingCauseOf(new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string')), 'denied')
  assert.equal(openingCauseOf(coded('3D000')), 'no-database')
  assert.equal(openingCauseOf(coded('DEPTH_ZERO_SELF_SIGNED_CERT')), 'no-tls')
  assert.equal(openingCauseOf(new Error('The server does not support SSL connections')), 'no-tls')
  assert.equal(openingCauseOf(coded('ENOTFOUND')), 'unreachable')
  assert.equal(openingCauseOf(coded('42601')), undefined)
})
