import { useLingui } from '@lingui/react/macro'

/** Names of what acts hold as short words: the field's terms in the reader's language. */
export type Names = Readonly<Record<string, string>>

/** In whose voice a source or a statement is. */
export const useVoiceNames = (): Names => {
  const { t } = useLingui()
  return {
    official: t`official`,
    spokesperson: t`spokesperson`,
    'state-media': t`state media`,
    'unnamed-official': t`unnamed official`,
    outlet: t`an outlet’s own`,
  }
}

/** How the date of a source is known. */
export const useDatedNames = (): Names => {
  const { t } = useLingui()
  return {
    printed: t`date as printed`,
    'in-address': t`date from the address`,
    'by-content': t`date from the content`,
    'not-known': t`date not known`,
  }
}

/** What a speaker does by saying it. */
export const useSpeechActNames = (): Names => {
  const { t } = useLingui()
  return {
    assertion: t`assertion`,
    demand: t`demand`,
    offer: t`offer`,
    undertaking: t`undertaking`,
    refusal: t`refusal`,
    warning: t`warning`,
    thanks: t`thanks`,
    'view-of-anothers-mind': t`view of another’s mind`,
  }
}

/** How the words reach us. */
export const useFormNames = (): Names => {
  const { t } = useLingui()
  return {
    direct: t`direct speech`,
    reported: t`reported speech`,
    hearsay: t`hearsay`,
    'by-continuity': t`by continuity`,
  }
}

/** How a round ended. */
export const useOutcomeNames = (): Names => {
  const { t } = useLingui()
  return {
    agreement: t`agreement`,
    progress: t`progress`,
    'no-result': t`no result`,
    'broken-off': t`broken off`,
    adjourned: t`adjourned`,
    'not-known': t`not known`,
  }
}
