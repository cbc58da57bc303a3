import assert from 'node:assert/strict'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { passed } from './report.ts'
import { RIGHTS, rights } from './rights.ts'

const TABLE = '# Rights\n\n| act | who |\n|---|---|\n| round.opened | mediator |\n'

test('a page that says what the catalogue says passes; another one, none, and a table without rows do not', () => {
  assert.equal(passed(inTree({ [RIGHTS]: TABLE }, (root) => rights(root, TABLE))), true)
  assert.match(inTree({ [RIGHTS]: `${TABLE}more` }, (root) => rights(root, TABLE)).faults.join(), /is not what the catalogue says/)
  assert.match(inTree({}, (root) => rights(root, TABLE)).faults.join(), /is missing/)
  assert.equal(passed(inTree({ [RIGHTS]: '' }, (root) => rights(root, ''))), false)
})
