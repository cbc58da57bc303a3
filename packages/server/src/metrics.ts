import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { bears } from './bearer.ts'
import type { Host } from './host.ts'
import { isLocalName } from './security.ts'

/** Seconds of a commit: from a fast disk's sync to a database on its way to giving up. */
const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Acts that one commit took along, up to the largest batch. */
const COMMIT_ACTS = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** What this server counts, in the words of Prometheus. */
export type Metrics = {
  readonly type: string
  readonly text: () => Promise<string>
  readonly close: () => void
}

/**
 * Counts since the start. No label names a process, a body or an act: a refusal's code is one of a closed list. Whatever the program itself
 * shows (memory, collector, event loop) is watched from the first question on, for watching has a timer of its own.
 */
export const openMetrics = ({ host, streams }: { readonly host: Host; readonly streams: () => number }): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const accepted = new Counter({ name: 'paraph_acts_accepted_total', help: 'Acts recorded by this server.', registers })
  const refused = new Counter({
    name: 'paraph_acts_refused_total',
    help: 'Submissions that this server refused, by code.',
    labelNames: ['code'],
    registers,
  })
  const seconds = new Histogram({
    name: 'paraph_commit_seconds',
    help: 'Seconds of a commit, from asking for the lock to the answer of the store.',
    buckets: COMMIT_SECONDS,
    registers,
  })
  const acts = new Histogram({ name: 'paraph_acts_per_commit', help: 'Acts that one commit took along.', buckets: COMMIT_ACTS, registers })
  new Gauge({
    name: 'paraph_processes',
    help: 'Processes that this server knows.',
    registers,
    collect() {
      this.set(host.processes().length)
    },
  })
  new Gauge({
    name: 'paraph_streams',
    help: 'Open streams of live notice.',
    registers,
    collect() {
      this.set(streams())
    },
  })
  const unwatch = host.watch({
    answered: (result) => {
      if (!result.ok) refused.inc({ code: result.refusal.code })
      else if (result.value.fresh) accepted.inc()
    },
    committed: (commit) => {
      seconds.observe(commit.seconds)
      acts.observe(commit.acts)
    },
  })
  let ofTheProgram = false
  return {
    type: registry.contentType,
    text: () => {
      if (!ofTheProgram) collectDefaultMetrics({ register: registry })
      ofTheProgram = true
      return registry.metrics()
    },
    close: () => {
      unwatch()
      registry.clear()
    },
  }
}

/** What of a request decides whether it may see the metrics. `peer`: the other end of its socket. */
export type Measuring = {
  readonly peer: string | undefined
  readonly host: string | undefined
  readonly authorization: string | undefined
  /** whether a proxy says that it passed the request on */
  readonly forwarded: boolean
}

/**
 * With a token configured its bearer alone; without one whoever is on this machine, asks for it by its own name, and was not passed on by a
 * proxy that says so. A silent proxy on this machine cannot be told from its machine: behind one, configure a token.
 */
export const mayMeasure = ({ peer, host, authorization, forwarded }: Measuring, token: string | undefined): boolean =>
  token === undefined ? !forwarded && isLoopback(peer) && isLocalName(host) : bears(authorization, Buffer.from(token))

const isLoopback = (peer: string | undefined): boolean => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(peer ?? '')
