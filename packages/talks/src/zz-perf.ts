import { nodePrimitives } from '@paraph/record/node'
import { createHash } from 'node:crypto'
import * as t from './index.ts'
const h = (s: string) => createHash('sha256').update(s).digest('hex')
const key = h('k')
const at = (i: number) => new Date(Date.parse('2025-01-01T00:00:00.000Z') + i * 60000).toISOString()
const words = (s: string) => ({ en: s, ur: s })
const mk = (i: number, act: any) => ({ index: i, hash: h('e'+i), entry: { v: 1, log: null, type: act.type, by: 'S', key: h('x'), at: at(i), act: h('a'), saw: { size: 1, root: h('r') } }, recorded: at(i), act: { open: act } }) as any
const os: any[] = []
os.push(mk(0, { type: 'process.opened', v: 1, slug: 'x', title: words('T'), nature: 'exercise', host: { name: 'h', key }, rules: 'paraph/1', solemn: ['device'], quorum: 'none', languages: ['en'], bodies: ['A','B'].map(id=>({ id, roles: ['party'], names: words(id), keys: [] })).concat([{ id: 'S', roles: ['secretariat'], names: words('S'), keys: [] }] as any), statusClause: words('s'), grounds: { agreement: 'consensus', order: { kind: 'listed', bodies: ['A','B'] }, graceDays: 14, quietDays: 30 } }))
const N = Number(process.argv[2] ?? 100000)
os.push(mk(1, { type: 'source.captured', publisher: 'p', voice: 'outlet', language: 'en', dated: 'printed' }))
os.push(mk(2, { type: 'issue.tabled', title: words('i') }))
os.push(mk(3, { type: 'round.opened', takesPart: ['A','B'] }))
for (let i = 4; i < N; i++) {
  const g = { to: [i % 2 ? 'A' : 'B'], ground: { kind: 'published-original', source: h('e1') } }
  const k = i % 5
  os.push(mk(i, k === 0 ? { type: 'position.tabled', ascribed: g, when: { from: at(i), until: at(i+1) }, issue: h('e2'), kind: 'demand', words: words('w'+i) }
   : k === 1 ? { type: 'incident.opened', title: words('x'), sources: [h('e1')] }
   : { type: 'statement.recorded', when: { from: at(i), until: at(i+1) }, speaker: { body: i % 2 ? 'A' : 'B', name: words('n') }, voice: 'official', kind: 'assertion', form: 'direct', words: words('w'+i), about: [h('e3')], sources: [h('e1')] }))
}
const m = t.meaning(nodePrimitives)
let t0 = performance.now(); const s = m.begin(); for (const o of os) m.fold(s, o); console.log('parse+fold', performance.now() - t0)
t0 = performance.now(); const acts = os.map(t.openAct); console.log('openAct again', performance.now()-t0)
t0 = performance.now(); const s2 = t.begin(); for (const a of acts) t.foldAct(s2, a); console.log('fold', performance.now()-t0)
const say = ({ message }: any) => message
for (const f of ['standing','overview','timeline','statements','commitments'] as const) { t0 = performance.now(); const r = (t as any)[f](acts, { now: at(N), say, language: 'en' }); console.log(f, r.ok, performance.now()-t0) }
t0 = performance.now(); t.rows(acts, { say, language: 'en' }); console.log('rows', performance.now()-t0)
