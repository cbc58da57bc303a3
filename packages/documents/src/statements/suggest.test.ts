import assert from 'node:assert/strict'
import test from 'node:test'
import { suggest } from './suggest.ts'
import { SENTENCE_LIMIT, SUGGESTIONS_LIMIT, TEXT_LIMIT } from './suggestion.ts'

/** What is suggested, in short: kind, speaker, office, words. */
const found = (text: string, names: readonly string[] = []): string[] =>
  suggest(text, { names }).suggestions.map(
    ({ kind, speaker, office, words }) => `${kind} | ${speaker ?? '-'} | ${office ?? '-'} | ${words}`,
  )
const acts = (text: string): string[] => suggest(text).suggestions.map(({ act }) => act)
const days = (text: string): (string | undefined)[] => suggest(text).suggestions.map(({ date }) => date?.from.slice(0, 10))
const letter = (body: string): string => `---\ntitle: Okoro to Haddad\n---\n\nCablegram 7 PORT SELA, 12 March 2024\n\n${body}\n`

test('S1: words are the text at their place, in UTF-16 units, and so is the cue', () => {
  const text = '\uFEFF😀 Preface.\n\nThe ministry said that the gauge was moved. 😀\n'
  const [only] = suggest(text).suggestions
  assert.equal(only?.words, 'The ministry said that the gauge was moved.')
  assert.equal(text.slice(only.start, only.end), only.words)
  assert.equal(text.slice(only.cue.start, only.cue.end), only.cue.text)
  assert.deepEqual([only.cue.text, only.cue.rule], ['said', 'verb'])
})

test('S2: a speaker is a name and what the text calls them, before the verb or after it; a surname finds the name again', () => {
  assert.deepEqual(found('Foreign Minister Lena Okoro said that the lake is closed. Okoro added that crews may leave.'), [
    'reported | Lena Okoro | Foreign Minister | Foreign Minister Lena Okoro said that the lake is closed.',
    'reported | Lena Okoro | Foreign Minister | Okoro added that crews may leave.',
  ])
  assert.deepEqual(found('The spokesman, Omar Haddad, denied that boats were held.'), [
    'reported | Omar Haddad | The spokesman | The spokesman, Omar Haddad, denied that boats were held.',
  ])
  assert.deepEqual(found('The Minister for Foreign Affairs warned that patience was running out.'), [
    'reported | - | The Minister for Foreign Affairs | The Minister for Foreign Affairs warned that patience was running out.',
  ])
  assert.match(found('Okoro said that it holds.', ['Lena Okoro'])[0]!, /^reported \| Lena Okoro \|/)
})

test('S3: a pronoun means whoever spoke last and fits; nobody is guessed', () => {
  assert.deepEqual(found('He said that the lake is closed.'), [])
  assert.match(found('Omar Haddad said that the lake is closed. He added that it will open again.')[1]!, /^reported \| Omar Haddad/)
  assert.deepEqual(
    found('The delegation agreed to meet again. They refused to give a date for that.').map((line) => line.split(' | ')[1]),
    ['delegation', 'delegation'],
  )
})

test('S4: words in quotation marks are direct, whichever marks, before or after the speaker, over sentences and paragraphs', () => {
  const one = 'direct | Lena Okoro | - | We keep the ceasefire as long as they do'
  for (const [open, close] of ['“”', '""', '«»', '„“', '‘’'] as const)
    assert.deepEqual(found(`Lena Okoro said: ${open}We keep the ceasefire as long as they do${close}.`), [one], open)
  assert.deepEqual(found('“We keep the ceasefire as long as they do,” said Lena Okoro.'), [`${one},`])
  assert.deepEqual(found('“We keep it. We shall answer every breach,” Lena Okoro said. “Nobody need doubt that we mean it.”'), [
    'direct | Lena Okoro | - | We keep it.',
    'direct | Lena Okoro | - | We shall answer every breach,',
    'direct | Lena Okoro | - | Nobody need doubt that we mean it.',
  ])
  assert.deepEqual(found('“The first paragraph goes on and on.\n\n“The second one ends it for good,” the mediator said.'), [
    'direct | - | the mediator | The first paragraph goes on and on.',
    'direct | - | the mediator | The second one ends it for good,',
  ])
})

test('S5: a quotation within a quotation stays inside; a term in marks is no statement; an apostrophe opens nothing', () => {
  assert.deepEqual(found('“I said ‘never again will we wait’ and I mean it,” Mr. Ito said.'), [
    'direct | Mr. Ito | - | I said ‘never again will we wait’ and I mean it,',
  ])
  assert.deepEqual(found("The fishermen's boats lay in the 'closed zone' of the parties' map."), [])
})

test('S6: an unclosed quotation ends with its paragraph', () => {
  assert.deepEqual(found('Lena Okoro said: “We keep the ceasefire as long as they do.\n\nThe lake lay still in the morning.'), [
    'direct | Lena Okoro | - | We keep the ceasefire as long as they do.',
  ])
})

test('S7: hearsay is marked as such, and those of whom something is alleged did not say it', () => {
  assert.deepEqual(found('The northern delegation reportedly agreed to the timetable.'), [
    'hearsay | northern delegation | - | The northern delegation reportedly agreed to the timetable.',
  ])
  assert.match(found('It is understood that the government has accepted the timetable.')[0]!, /^hearsay \| government/)
  assert.match(found('Press reports from Port Sela that the government will reserve its rights are many.')[0]!, /^hearsay \| government/)
  assert.match(found('It is alleged that southern soldiers fired at two boats.')[0]!, /^hearsay \| - \| - \|/)
  assert.match(found('According to sources close to the talks, they will go on.')[0]!, /^hearsay \| - \| sources/)
  assert.match(found('According to the Ministry of Water, the gauge was moved.')[0]!, /^reported \| Ministry of Water/)
})

test('S8: the outlet’s own account and inference are nobody’s words', () => {
  for (const text of [
    'The third round began on Monday but ended without progress.',
    'This shows how far apart the sides are.',
    'Observers believe that the deadlock signals a deeper problem.',
    'The document says that all must sign.',
    'He further stated…',
    'Demand for Written Assurance',
    'The lake, which the government claimed, was calm.',
    'If the delegation agrees to come, the talks will go on.',
    'The delegation may refuse to sign.',
    'The delegation was asked to sign.',
    'According to the agreement, boats may fish here.',
  ])
    assert.deepEqual(found(text), [], text)
  assert.deepEqual(found('Lena Okoro said that the talks had failed, signaling a change of course.'), [
    'reported | Lena Okoro | - | Lena Okoro said that the talks had failed',
  ])
})

test('S9: a sentence without a cue goes on with the speaker before it in the same paragraph, and in no other', () => {
  const text = 'Okoro clarified that the ceasefire holds. Any violation will be met with a response.\n\nThe round will end on Friday.'
  assert.deepEqual(found(text), [
    'reported | Okoro | - | Okoro clarified that the ceasefire holds.',
    'by-continuity | Okoro | - | Any violation will be met with a response.',
  ])
  assert.deepEqual(found('Okoro clarified that the ceasefire holds. The round ended without a result.').length, 1)
})

test('S10: two who speak in one sentence are two statements; a saying within a saying stays inside', () => {
  assert.deepEqual(
    found('Okoro said that the talks had failed, and Haddad warned that patience was running out.').map((line) => line.split(' | ')[1]),
    ['Okoro', 'Haddad'],
  )
  assert.deepEqual(
    found('Okoro said that the government hoped for peace.').map((line) => line.split(' | ')[1]),
    ['Okoro'],
  )
})

test('S11: in a transcript the label speaks; who asks and who moderates are no party, and greetings are no statements', () => {
  const text = `MODERATOR:  Good morning, everyone.  This call is on background.

SENIOR OFFICIAL:  Hi, everybody.  We will present a final proposal next week.
And we do not discuss the names of anybody.

Q    Thank you.  I would say the gaps are very big.  Will they sign?

SENIOR OFFICIAL:  Thanks.  Both sides have very firm positions on that.
`
  assert.deepEqual(found(text), [
    'direct | - | senior official | We will present a final proposal next week.',
    'direct | - | senior official | And we do not discuss the names of anybody.',
    'direct | - | senior official | Both sides have very firm positions on that.',
  ])
})

test('S12: a letter’s stand is its author’s, its narrative nobody’s, and what it reports of others is theirs', () => {
  const text = letter(
    '1. We arrived on Monday and saw the gauge.\n\n2. I think it would be unwise to wait. Haddad told me that the crews are well.\n\n3. Please advise by Friday.',
  )
  assert.deepEqual(found(text), [
    'direct | Okoro | - | I think it would be unwise to wait.',
    'reported | Haddad | - | Haddad told me that the crews are well.',
    'direct | Okoro | - | Please advise by Friday.',
  ])
  assert.deepEqual(found(letter('The fishermen, on the other hand, hold that there is no reason to wait.')), [])
})

test('S13: text of a proposal, notes of editors and front matter are nobody’s statements', () => {
  const provision = 'It is understood that neither party has the right to close the lake.'
  assert.deepEqual(found(letter(`That the lake be opened.\n\n${provision}`)), [])
  assert.deepEqual(found(letter('The lake is calm. [1]\n\n _\n\n1 Haddad said that the lake was calm.')), [])
})

test('S14: a joint statement is the words of those who issue it, to the last sentence before the signatures', () => {
  const text =
    '---\ntitle: Joint Statement by the Mediators of the Lake Talks\ndate: 2024-03-12\n---\n\nIt is time to open the lake.\n\n*Lena Okoro, Mediator*\n'
  assert.deepEqual(found(text), ['direct | the Mediators of the Lake Talks | - | It is time to open the lake.'])
  assert.deepEqual(days(text), ['2024-03-12'])
})

test('S15: a document quoted between Begins and Ends speaks itself', () => {
  const text = letter('Following is statement. Begins:-\n\nThe Government have accepted the timetable. Ends.')
  assert.deepEqual(found(text), ['direct | Government | - | The Government have accepted the timetable.'])
})

test('S16: a date is one that the text gives; days of the week count from the text’s own day, and none is invented', () => {
  const told = (when: string): string => letter(`Haddad told me ${when} that the crews are well.`)
  assert.deepEqual(days(told('last night')), ['2024-03-11'])
  assert.deepEqual(days(told('on Sunday')), ['2024-03-10'])
  assert.deepEqual(days(told('on 3rd January')), ['2024-01-03'])
  assert.deepEqual(days(told('recently')), [undefined])
  assert.deepEqual(days('Haddad said on Monday that the crews are well.'), [undefined])
  assert.deepEqual(days('Haddad said on 31 February 2024 that the crews are well.'), [undefined])
  assert.deepEqual(days('Haddad said on 29 February 2024 that the crews are well.'), ['2024-02-29'])
  assert.deepEqual(days('Haddad said that talks begin on 3 May 2024.'), [undefined])
  assert.deepEqual(days(letter('I have no doubt that the talks will begin.')), ['2024-03-12'])
})

test('S17: the act is what is done by saying it', () => {
  assert.deepEqual(acts('Okoro demanded an answer in writing. Okoro refused to sign the map. Okoro promised to release the crews.'), [
    'demand',
    'refusal',
    'undertaking',
  ])
  assert.deepEqual(acts('Okoro thanked both mediators for their work. Okoro warned that time was short. Okoro offered to open the lake.'), [
    'thanks',
    'warning',
    'offer',
  ])
  assert.deepEqual(acts('Okoro said that the mediators no longer have hope of it.'), ['view-of-anothers-mind'])
  assert.deepEqual(acts('Okoro did not accept the timetable that was given.'), ['refusal'])
})

test('S18: rules of attribution are listed with their place, and an embargo on arms is none', () => {
  const rules = (text: string): string[] =>
    suggest(text).rules.map(({ code, speaker }) => `${code}${speaker === undefined ? '' : ` ${speaker}`}`)
  assert.deepEqual(rules('EMBARGOED UNTIL 18:00 GMT, 12 March 2024'), ['embargo'])
  assert.deepEqual(rules('This call is on background, attributable to a senior administration official.'), [
    'background',
    'senior-official senior administration official',
  ])
  assert.deepEqual(rules('This is not for attribution. The rest is off the record.'), ['not-for-attribution', 'off-the-record'])
  assert.deepEqual(rules('The envoy spoke on condition of anonymity.'), ['not-for-attribution'])
  assert.deepEqual(rules('The arms embargo until May was lifted. A record was off.'), [])
})

test('S19: a sentence survives abbreviations, initials, numbers, marks of notes and a stray full stop', () => {
  assert.deepEqual(
    found('Dr. A. K. Okoro of the U.N. said the gauge, see No. 3, p. 7, is wrong. [2] It was moved.').map((line) => line.split(' | ')[3]),
    ['Dr. A. K. Okoro of the U.N. said the gauge, see No. 3, p. 7, is wrong. [2]'],
  )
  assert.match(found('Okoro said that it is waning. confidence is gone.')[0]!, /gone\.$/)
})

test('S20: a text beyond the limits is read as far as they go, and says how far', () => {
  const long = `Okoro said that ${'and '.repeat(SENTENCE_LIMIT / 4)}so. Okoro said that it ends here.`
  assert.deepEqual(found(long).length, 1)
  const many = 'Okoro said that it ends here.\n'.repeat(SUGGESTIONS_LIMIT + 10)
  const read = suggest(many)
  assert.equal(read.suggestions.length, SUGGESTIONS_LIMIT)
  assert.ok(read.read < many.length)
  assert.equal(suggest(' '.repeat(TEXT_LIMIT + 1)).read, TEXT_LIMIT)
})
