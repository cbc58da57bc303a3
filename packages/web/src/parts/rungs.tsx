import { useLingui } from '@lingui/react/macro'
import { commaOf, semicolonOf } from '../language/language.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import type { CommitmentView, ConsentRung, TextRung } from '../process/seen.ts'

/** The two axes in their order (4-acts, *Form ladder*). `none` has no tick. */
export const TEXT_RUNGS = [
  'claimed',
  'stated',
  'noted',
  'written',
  'agreed-ad-referendum',
  'agreed',
  'adopted',
  'authenticated',
] as const satisfies readonly TextRung[]
export const CONSENT_RUNGS = [
  'signed-kind-not-known',
  'signed-ad-referendum',
  'signed-subject-to-ratification',
  'consented',
  'in-force',
] as const satisfies readonly ConsentRung[]
/** From this rung on a commitment is in writing. */
export const WRITTEN = TEXT_RUNGS.indexOf('written')

export const textPlace = (rung: string): number => (TEXT_RUNGS as readonly string[]).indexOf(rung)
export const consentPlace = (rung: string): number => (CONSENT_RUNGS as readonly string[]).indexOf(rung)

/** Every rung in words. */
export const useRungNames = (): Readonly<Record<TextRung | ConsentRung, string>> => {
  const { t } = useLingui()
  return {
    claimed: t`claimed`,
    stated: t`stated`,
    noted: t`noted`,
    written: t`written`,
    'agreed-ad-referendum': t`agreed ad referendum`,
    agreed: t`agreed`,
    adopted: t`adopted`,
    authenticated: t`authenticated`,
    none: t`no consent to be bound`,
    'signed-kind-not-known': t`signed, kind not known`,
    'signed-ad-referendum': t`signed ad referendum`,
    'signed-subject-to-ratification': t`signed subject to ratification`,
    consented: t`consented`,
    'in-force': t`in force`,
  }
}

type Lane = CommitmentView['lanes'][number]

/** A commitment's form as a screen reader says it: "A written, B stated". */
export const useFormText = (): ((lanes: readonly Lane[]) => string) => {
  const names = useRungNames()
  const { t } = useLingui()
  const { language } = useLanguage()
  return (lanes) =>
    lanes
      .map((lane) => {
        const reached = [lane.text, lane.consent].filter((rung) => rung !== null && rung.rung !== 'none')
        const words = reached.map((rung) => (rung === null ? '' : rung.dashed ? t`${names[rung.rung]} (ascribed)` : names[rung.rung]))
        return `${lane.debtor} ${words.length === 0 ? t`not on the ladder` : words.join(semicolonOf(language))}`
      })
      .join(commaOf(language))
}
