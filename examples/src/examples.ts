import { istanbul } from './istanbul-2025/script.ts'
import { lakeSera } from './lake-sera/script.ts'
import type { Example } from './script.ts'

/** Every example that a fresh start brings, by its slug. */
export const examples: readonly Example[] = [istanbul, lakeSera]
