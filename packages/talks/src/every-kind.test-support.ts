import { ascribed, day, exercise, grounds, joined, rawKey, type Script, words } from './script.test-support.ts'

/** One exercise in which every kind of act of the catalogue is done once at least, but positions for the mediators alone, which wait for rooms. */
export const everyKind = (): Script => {
  const plenary = { audience: 'plenary' } as const
  const issue = { type: 'issue.tabled', title: words('An issue') } as const
  const script = joined(exercise({ when: day('2026-01-01'), grounds: grounds({ quietDays: 20, openRequests: 3 }) }), ['M', 'A', 'B', 'J'])
  const by = (id: string) => ({ by: id })
  script
    .add('amended', { type: 'process.amended', grounds: { graceDays: 7 } })
    .add('yes', { type: 'consent.given', to: '@amended' }, by('A'))
    .add('no', { type: 'consent.withheld', to: '@joined/B' }, by('A'))
    .add('key', { type: 'key.enrolled', key: rawKey('more'), kind: 'device', proof: '00'.repeat(64) })
    .add('revoked', { type: 'key.revoked', key: rawKey('more') })
    .add('member', { type: 'member.described', member: 'head-S', name: words('The secretary') })
    .add('covered', { type: 'process.covered', from: '2026-01-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', zone: 'UTC' })
    .add('actor', { type: 'actor.named', actor: 'group', name: words('A group') }, by('A'))
    .add('actor/words', { type: 'actor.described', actor: 'group', words: words('It acts') }, by('A'))
    .add('actor/gone', { type: 'actor.no-longer-named', actor: 'group' }, by('A'))
    .add('track-1', { type: 'track.opened', track: 'one', title: words('One') }, by('M'))
    .add('track-2', { type: 'track.opened', track: 'two', title: words('Two') }, by('M'))
    .add('linked', { type: 'track.linked', tracks: ['one', 'two'] }, by('M'))
    .add('handed', { type: 'track.handed-to', track: 'two', to: ['M'] }, by('M'))
    .add('source', { type: 'source.captured', publisher: 'Outlet', voice: 'outlet', language: 'en', dated: 'printed' })
  for (const label of ['i1', 'i2', 'i3', 'i4']) script.add(label, { ...issue, when: day('2026-01-05') })
  script
    .add('i-amended', { type: 'issue.amended', issue: '@i1', title: words('The issue') })
    .add('i-parked', { type: 'issue.parked', issue: '@i2' })
    .add('i-split', { type: 'issue.split', issue: '@i2', into: ['@i3', '@i4'] })
    .add('i-merged', { type: 'issue.merged', issues: ['@i3', '@i4'], into: '@i4' })
    .add('i-closed', { type: 'issue.closed', issue: '@i4' })
    .add('i-back', { type: 'issue.reopened', issue: '@i4' })
    .add('stand', { type: 'position.tabled', issue: '@i1', kind: 'demand', words: words('open it'), when: day('2026-01-06') }, by('A'))
    .add('stand-2', { type: 'position.revised', position: '@stand', kind: 'offer', words: words('half') }, by('A'))
    .add('stand-b', { type: 'position.tabled', issue: '@i1', kind: 'refusal', words: words('no') }, by('B'))
    .add('stand-gone', { type: 'position.withdrawn', position: '@stand-b' }, by('B'))
    .add('paper', { type: 'paper.handed-over', kind: 'draft', title: words('A draft'), to: ['M'] }, by('A'))
    .add('paper/in', { type: 'paper.received', paper: '@paper' }, by('M'))
    .add('paper/on', { type: 'paper.passed-on', paper: '@paper', to: ['B'] }, by('M'))
    .add('paper/back', { type: 'paper.returned', paper: '@paper' }, by('M'))
    .add('paper/table', { type: 'paper.tabled', paper: '@paper' }, by('A'))
    .add('paper/gone', { type: 'paper.withdrawn', paper: '@paper' }, by('A'))
    .add('plan', { type: 'round.scheduled', planned: day('2026-01-20'), place: words('Lakeside'), when: day('2026-01-07') }, by('M'))
    .add('plan/moved', { type: 'round.rescheduled', round: '@plan', planned: day('2026-01-21'), when: day('2026-01-08') }, by('M'))
    .add(
      'round',
      { type: 'round.opened', round: '@plan', takesPart: ['A', 'B'], number: [{ by: 'A', number: 1 }], when: day('2026-01-21') },
      by('M'),
    )
    .add('round/closed', { type: 'round.closed', round: '@plan', outcome: 'no-result', when: day('2026-01-22') }, by('M'))
    .add('plan-2', { type: 'round.scheduled', planned: day('2026-04-20') }, by('M'))
    .add('plan-2/off', { type: 'round.cancelled', round: '@plan-2' }, by('M'))
    .add('draft', { type: 'communique.drafted', title: words('Points'), points: [words('One')] }, by('M'))
    .add('draft/agreed', { type: 'communique.agreed', communique: '@draft' }, by('A'))
    .add(
      'issued',
      { type: 'communique.issued', communique: '@draft', title: words('Points'), points: [words('One')], onBehalfOf: ['A', 'B'] },
      by('M'),
    )
    .add('disputed', { type: 'communique.disputed', communique: '@draft', words: words('not so') }, by('B'))
    .add('said', {
      type: 'statement.recorded',
      speaker: { body: 'B' },
      voice: 'official',
      kind: 'undertaking',
      form: 'direct',
      words: words('we keep it'),
      about: ['@plan'],
      sources: ['@source'],
      when: day('2026-01-23'),
    })
    .add('said/owned', { type: 'statement.owned', statement: '@said' }, by('B'))
    .add('said/disputed', { type: 'statement.disputed', statement: '@said', words: words('not so') }, by('A'))
    .add('said/clear', { type: 'statement.clarified', statement: '@said', words: words('that is') }, by('B'))
    .add('said/gone', { type: 'statement.withdrawn', statement: '@said' }, by('B'))
    .add('asked', { type: 'assurance.asked', of: 'B', words: words('in writing'), ...plenary }, by('A'))
    .add('asked/on', { type: 'assurance.passed-on', assurance: '@asked', ...plenary }, by('M'))
    .add('answered', { type: 'assurance.answered', assurance: '@asked', answer: 'confirmed', ...plenary }, by('B'))
    .add('asked/closed', { type: 'assurance.closed', assurance: '@asked', ...plenary }, by('A'))
    .add('duty', {
      type: 'commitment.recorded',
      title: words('Keep it'),
      words: words('keep it'),
      debtors: ['A', 'B'],
      from: ['@issued', '@answered'],
    })
    .add('duty/amended', { type: 'commitment.amended', commitment: '@duty', words: words('keep it well') })
    .add('duty/longer', { type: 'commitment.extended', commitment: '@duty', ends: { words: words('in a year') } })
    .add('duty/linked', { type: 'commitment.linked', commitment: '@duty', debtor: 'B', to: ['@said'] })
    .add('duty/disputed', { type: 'commitment.disputed', commitment: '@duty', words: words('not so') }, by('B'))
    .add('duty/gone', { type: 'commitment.retired', commitment: '@duty' })
    .add('call', { type: 'deadlock.called', words: words('stuck'), when: day('2026-01-24') }, by('A'))
    .add('move', { type: 'deadlock.move-tried', call: '@call', move: 'park', words: words('park it') }, by('M'))
    .add('lifted', { type: 'deadlock.lifted', call: '@call' }, by('A'))
    .add(
      'document',
      ascribed(
        {
          type: 'instrument.reported',
          title: words('A paper'),
          parties: ['A', 'B'],
          character: 'disputed',
          content: words('peace'),
          signed: 'kind-not-known',
        },
        { to: ['A'] },
      ),
    )
    .add('incident', { type: 'incident.opened', title: words('Fire'), sources: ['@source'], when: day('2026-01-10') }, by('J'))
    .add('incident-2', { type: 'incident.self-reported', title: words('Fire'), words: words('ours') }, by('A'))
    .add('incident/merged', { type: 'incident.merged', incidents: ['@incident-2', '@incident'], into: '@incident' }, by('J'))
    .add('incident/closed', { type: 'incident.closed', incident: '@incident' }, by('J'))
    .add('measure', { type: 'measure.announced', kind: 'confidence-building', words: words('gates open') }, by('A'))
    .add('measure/taken', { type: 'measure.taken', measure: '@measure', kind: 'confidence-building', words: words('gates open') }, by('A'))
    .add('measure/ended', { type: 'measure.ended', measure: '@measure' }, by('A'))
    .add('frozen', {
      type: 'publication.drafted',
      at: '2026-02-01T00:00:00.000Z',
      sentence: words('No round is open.'),
      talks: words('No round is open.'),
      text: words('No text.'),
      commitments: [words('Keep it: retired')],
    })
    .add('public', { type: 'publication.decided', decision: 'publish', acts: ['@stand'] }, by('A'))
    .add('erased', { type: 'erasure.made', acts: ['@actor/words'], asks: ['S'] }, by('A'))
    .add('erased/yes', { type: 'consent.given', to: '@erased' })
    .add('left', { type: 'body.left' }, by('B'))
    .add('returned', { type: 'body.returned' }, by('B'))
    .add('suspended', { type: 'process.suspended' })
    .add('resumed', { type: 'process.resumed' })
    .add('closed', { type: 'process.closed' })
  return script
}
