import { commaOf } from '../language/language.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'

/** A comma of the interface's script, with its space. */
export const Comma = () => commaOf(useLanguage().language)
