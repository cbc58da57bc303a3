import { Said } from '../language/Said.tsx'
import type { TimelineEvent } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import { Act } from './Act.tsx'

/** An event of the timeline: its words, when, and its act. */
export const EventWords = ({ event }: { event: TimelineEvent }) => (
  <>
    <p className="box-words">
      <Said words={event.title} />
    </p>
    <p className="meta">
      <SpanTime span={event.when} /> <Act act={event.act} />
    </p>
  </>
)
