import process from 'node:process'

/** What one check saw: how many things it looked at (in `unit`s) and what is wrong with them, one sentence each. */
export type Report = { readonly check: string; readonly looked: number; readonly unit: string; readonly faults: readonly string[] }

/** The same report with one fault more where the check looked at nothing: a check that sees no files proves nothing. */
export const honest = (report: Report): Report =>
  report.looked > 0 ? report : { ...report, faults: [...report.faults, `looked at no ${report.unit}: nothing was checked`] }

/** Whether everything that was looked at is right, and something was looked at. */
export const passed = (report: Report): boolean => honest(report).faults.length === 0

/** The report in lines: one for the check, one more for each fault. */
export const lines = (report: Report): string[] => {
  const { check, looked, unit, faults } = honest(report)
  return [`${faults.length === 0 ? '✓' : '✗'} ${check.padEnd(10)} ${looked} ${unit}`, ...faults.map((fault) => `    ${fault}`)]
}

/** Prints a report; the process ends with status 1 where it found a fault. `TOOLS_JSON` asks for it in JSON, for another tool. */
export const tell = (report: Report): void => {
  const isForTools = process.env['TOOLS_JSON'] === '1'
  console.log(isForTools ? JSON.stringify(report) : lines(report).join('\n'))
  if (!isForTools && !passed(report)) process.exitCode = 1
}

/** Parts of one check as one. */
export const united = (parts: readonly Report[]): Report => ({
  check: parts[0]!.check,
  looked: parts.reduce((sum, { looked }) => sum + looked, 0),
  unit: parts[0]!.unit,
  faults: parts.flatMap(({ faults }) => faults),
})
