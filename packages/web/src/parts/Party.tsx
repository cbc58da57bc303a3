import type { BodyView } from '../process/seen.ts'
import { Said } from '../language/Said.tsx'

/** How a party's place in the agreed order is drawn: hue by class, pattern by shape; from the fifth on the letter alone; 0 for third parties. */
export const patternOf = (place: number): 'none' | 'hatch' | 'dots' | 'bars' | 'rings' | 'letter' =>
  place === 0 ? 'none' : ((['hatch', 'dots', 'bars', 'rings'] as const)[place - 1] ?? 'letter')

/** The class that carries a party's hue. */
export const hueOf = (place: number): string => `hue-${Math.min(place, 5)}`

const SHAPES = {
  none: null,
  letter: null,
  hatch: <path d="M0 5 5 0M0 9.5 9.5 0M0 14 14 0M4.5 14 14 4.500M9 14 14 9" stroke="currentColor" strokeWidth="1.5" />,
  dots: (
    <g fill="currentColor">
      {[3.8, 7, 10.2].flatMap((y) =>
        [3.8, 7, 10.2].map((x) => <rect key={`${x} ${y}`} x={x - 0.8} y={y - 0.8} width="1.6" height="1.6" />),
      )}
    </g>
  ),
  bars: <path d="M3.5 0V14M7 0V14M10.5 0V14" stroke="currentColor" strokeWidth="1.4" />,
  rings: <circle cx="7" cy="7" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />,
}

/** A party's hue and pattern as a small square. */
export const Swatch = ({ place }: { place: number }) => (
  <svg className={`swatch ${hueOf(place)}`} width="12" height="12" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <rect x="0" y="0" width="14" height="14" fill="var(--wash)" />
    {SHAPES[patternOf(place)]}
    <rect x="0.7" y="0.7" width="12.6" height="12.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
)

/** The strip over a party's column, 5 px high. */
export const Strip = ({ place }: { place: number }) => (
  <div className={`strip strip-${patternOf(place)} ${hueOf(place)}`} aria-hidden="true" />
)

/** A body: swatch, label, and where asked its own designation, for every body or for none. */
export const Party = ({ body, named = false }: { body: BodyView; named?: boolean }) => (
  <span className={`party ${hueOf(body.place)}`}>
    <Swatch place={body.place} />
    <bdi className="party-label">{body.id}</bdi>
    {named && (
      <span className="party-name meta">
        <Said words={body.names} />
      </span>
    )}
  </span>
)

/** A body by its label where the process does not list it. */
export const PartyOf = ({ id, bodies, named = false }: { id: string; bodies: readonly BodyView[]; named?: boolean }) => {
  const body = bodies.find((one) => one.id === id)
  return body === undefined ? <bdi className="party-label">{id}</bdi> : <Party body={body} named={named} />
}

/** A debtor's pin on a ladder: filled for an own act, dashed for what is recorded about it. */
export const Pin = ({ body, dashed }: { body: BodyView | undefined; dashed: boolean }) => (
  <span
    className={`pin ${hueOf(body?.place ?? 0)} ${(body?.place ?? 0) === 0 ? 'pin-third' : ''} ${dashed ? 'pin-dashed' : ''}`}
    aria-hidden="true"
  >
    <bdi>{body?.letter ?? '?'}</bdi>
  </span>
)
