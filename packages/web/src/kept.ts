/** What this browser keeps locally (language, theme, drafts). Storage may be refused or full: then nothing is kept, and nothing fails. */
export const kept = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(`paraph/${name}`)
    } catch {
      return null
    }
  },
  /** Says whether it was kept. */
  write(name: string, text: string): boolean {
    try {
      localStorage.setItem(`paraph/${name}`, text)
      return true
    } catch {
      return false
    }
  },
  drop(name: string): void {
    try {
      localStorage.removeItem(`paraph/${name}`)
    } catch {
      // nothing was kept
    }
  },
}
