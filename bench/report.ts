/** One measured line: what, ours, the thing outside this project, and their ratio, all printed. */
export type Measured = {
  readonly what: string
  readonly ours: number
  readonly outside: number
  readonly unit: string
  readonly beside: string
  readonly aim?: string
}

const number = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

/** Prints a line and returns it. `ratio` is ours / outside. */
export const report = (line: Measured): Measured => {
  const ratio = line.ours / line.outside
  console.log(
    `${line.what}: ${number(line.ours)} ${line.unit} · ${line.beside}: ${number(line.outside)} ${line.unit} · ratio ${ratio.toPrecision(3)}${line.aim === undefined ? '' : ` · aim ${line.aim}`}`,
  )
  return line
}

/** Median and percentiles of samples, in the samples' unit. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
