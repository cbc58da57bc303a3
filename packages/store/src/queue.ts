/** Runs one piece of work at a time under each name, in the order of arrival. A failed piece does not stop those behind it. */
export const queues = (): (<Done>(name: string, work: () => Promise<Done>) => Promise<Done>) => {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(name, mine)
    const leave = () => {
      if (last.get(name) === mine) last.delete(name)
    }
    mine.then(leave, leave)
    return mine
  }
}
