/** The marks of the look, beside words and never instead of them: each is hidden from screen readers. */
const Mark = ({ children, size = 10, className }: { children: React.ReactNode; size?: number; className?: string }) => (
  <svg
    className={className === undefined ? 'mark' : `mark ${className}`}
    width={size}
    height={size}
    viewBox="0 0 10 10"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
)

/** Signed with the body's own key. */
export const OwnMark = () => (
  <Mark>
    <circle cx="5" cy="5" r="4" fill="currentColor" />
  </Mark>
)
/** Recorded from a source. */
export const AscribedMark = () => (
  <Mark>
    <circle cx="5" cy="5" r="3.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </Mark>
)
/** Computed from the record: ∴ */
export const ComputedMark = () => (
  <Mark>
    <circle cx="5" cy="2" r="1.5" fill="currentColor" />
    <circle cx="1.8" cy="7.5" r="1.5" fill="currentColor" />
    <circle cx="8.2" cy="7.5" r="1.5" fill="currentColor" />
  </Mark>
)
/** Because: ∵ */
export const BecauseMark = () => (
  <Mark>
    <circle cx="1.8" cy="2.5" r="1.5" fill="currentColor" />
    <circle cx="8.2" cy="2.5" r="1.5" fill="currentColor" />
    <circle cx="5" cy="8" r="1.5" fill="currentColor" />
  </Mark>
)
/** Filled, crossed or half square: met, not met, cannot be determined. */
export const ConditionMark = ({ status }: { status: 'met' | 'not-met' | 'cannot-be-determined' }) => (
  <Mark size={11}>
    <rect
      x="0.7"
      y="0.7"
      width="8.6"
      height="8.6"
      fill={status === 'met' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.4"
    />
    {status === 'not-met' && <path d="M1 1 9 9M9 1 1 9" stroke="currentColor" strokeWidth="1.2" />}
    {status === 'cannot-be-determined' && <path d="M.7 9.3 9.3.7H.7z" fill="currentColor" />}
  </Mark>
)
export const DoneMark = () => (
  <Mark size={12}>
    <path d="M1 5.5 4 8.5 9 2" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </Mark>
)

/** The wordmark with the paraph under it. */
export const Wordmark = () => (
  <span className="wordmark" lang="en">
    <span aria-hidden="true">Paraph</span>
    <svg viewBox="0 0 74 12" aria-hidden="true" focusable="false">
      <path
        d="M1 7.500C18 3.5 47 1 70 2.300c3 .2 3.2 2.2.4 3.3-4 1.6-16.5 1.2-20.5 3.2-2.6 1.4-.2 2.7 2.3 2 3.3-.9 3-4.6-2.2-4.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  </span>
)
