/** Columns that a box takes at least, and at most where the next one leaves room. */
export const BOX = 5
export const WIDE_BOX = 8

export type Boxed<Item> = { readonly item: Item; readonly column: number; readonly row: number; readonly span: number }

type Slot = { readonly column: number; row: number; span: number }

/**
 * Places items of several lanes on common sub-rows: the first of a column in each lane share one sub-row, and so on, so that every lane
 * has the same sub-rows and the same empty space. A box never covers another. Columns are whole numbers from 0.
 */
export const packLanes = <Item>(
  lanes: readonly (readonly { readonly item: Item; readonly column: number }[])[],
): readonly (readonly Boxed<Item>[])[] => {
  const counts = new Map<number, number>()
  for (const lane of lanes) {
    const own = new Map<number, number>()
    for (const { column } of lane) own.set(column, (own.get(column) ?? 0) + 1)
    for (const [column, count] of own) counts.set(column, Math.max(count, counts.get(column) ?? 0))
  }
  const slots = new Map<number, Slot[]>()
  const rows: Slot[][] = []
  for (const [column, count] of [...counts].sort(([one], [other]) => one - other)) {
    const here: Slot[] = []
    for (let number = 0; number < count; number++) {
      const free = rows.findIndex((row) => (row.at(-1)?.column ?? -BOX) + BOX <= column)
      const row = free === -1 ? rows.length : free
      const slot: Slot = { column, row, span: BOX }
      if (free === -1) rows.push([slot])
      else rows[row]?.push(slot)
      here.push(slot)
    }
    slots.set(column, here)
  }
  for (const row of rows)
    for (const [index, slot] of row.entries()) {
      const next = row[index + 1]
      slot.span = Math.min(WIDE_BOX, next === undefined ? WIDE_BOX : next.column - slot.column)
    }
  return lanes.map((lane) => {
    const used = new Map<number, number>()
    return [...lane]
      .sort((one, other) => one.column - other.column)
      .map(({ item, column }) => {
        const number = used.get(column) ?? 0
        used.set(column, number + 1)
        const slot = slots.get(column)?.[number] ?? { column, row: 0, span: BOX }
        return { item, column, row: slot.row, span: slot.span }
      })
  })
}

/** How many sub-rows some lanes need. */
export const rowsOf = (lanes: readonly (readonly Boxed<unknown>[])[]): number =>
  lanes.flat().reduce((rows, box) => Math.max(rows, box.row + 1), 1)
