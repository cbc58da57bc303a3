import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'

test('everything but the template’s own letters is escaped, in content and in attributes', () => {
  const words = `<script>"'&`
  assert.equal(html`<p title="${words}">${words}</p>`.text, '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>')
})

test('pieces stand as they are, lists one after the other, nothing where there is nothing', () => {
  assert.equal(html`<ul>${['a', '<'].map((one) => html`<li>${one}</li>`)}${undefined}${3}</ul>`.text, '<ul><li>a</li><li>&lt;</li>3</ul>')
})

test('an object out of JSON is no piece, whatever it looks like', () => {
  assert.ok(!html`${JSON.parse('{"text":"<b>"}') as string}`.text.includes('<b>'))
})
