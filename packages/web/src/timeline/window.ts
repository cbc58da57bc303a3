import type { Zoom } from '../routes/search.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The last columns hold the boxes of the days before them; they have no days of their own. */
export const TAIL = 5

/** What a timeline shows: dated columns from an instant on, each so many ms wide. */
export type Window = { readonly from: number; readonly unit: number; readonly columns: number; readonly dated: number }

/** The zoom that shows a life at once, or its last part by day. */
export const zoomFor = (from: number, until: number): Zoom =>
  until - from <= 2 * DAY ? 'hours' : until - from <= 90 * DAY ? 'days' : until - from <= 300 * DAY ? 'weeks' : 'whole'

/**
 * The window over a life: from `start` where one is asked for, else so that `at` is in it, near its end. It begins and ends with the life
 * where that is shorter.
 */
export const windowOf = ({
  from,
  until,
  at,
  zoom,
  columns,
  start,
}: {
  from: number
  until: number
  at: number
  zoom: Zoom
  columns: number
  start?: number | undefined
}): Window => {
  const dated = columns - TAIL
  const unit =
    zoom === 'hours'
      ? HOUR
      : zoom === 'days'
        ? DAY
        : zoom === 'weeks'
          ? 7 * DAY
          : Math.max(HOUR, Math.ceil((until - from) / dated / HOUR) * HOUR)
  const first = Math.floor(from / Math.min(unit, DAY)) * Math.min(unit, DAY)
  const last = Math.max(first, first + Math.ceil((until - first) / unit) * unit - dated * unit)
  if (zoom === 'whole') return { from: first, unit, columns, dated }
  const wanted = start ?? Math.ceil(at / unit) * unit - (dated - 1) * unit
  const snapped = first + Math.round((wanted - first) / unit) * unit
  return { from: Math.min(Math.max(snapped, first), last), unit, columns, dated }
}

/** The column of an instant, from 0; less than 0 or beyond `dated` where it lies outside. */
export const columnOf = (window: Window, instant: string): number => Math.floor((Date.parse(instant) - window.from) / window.unit)

/** Where an instant lies among all columns, 0 to 1, clipped. */
export const shareOf = (window: Window, instant: string): number =>
  Math.min(window.dated, Math.max(0, (Date.parse(instant) - window.from) / window.unit)) / window.columns
