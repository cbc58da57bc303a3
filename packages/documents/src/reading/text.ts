import { charsetOf, decode } from './charset.ts'
import { datedInText } from './dates.ts'
import { withoutGaps } from './html-head.ts'
import { LINE_LIMIT, type MediaKind, type Read } from './reading.ts'

/** Reads plain text and Markdown as it stands, line ends and marks too. A Markdown's first heading is its title. */
export const readText = (bytes: Uint8Array, { media, kind }: { readonly media: string | undefined; readonly kind: MediaKind }): Read => {
  const { text, notes } = decode(bytes, charsetOf(media))
  const title =
    kind === 'markdown'
      ? /^#{1,2}[ \t]+([^\r\n]+)/m
          .exec(text)?.[1]
          ?.replace(/[ \t]#+[ \t]*$/, '')
          .trim()
      : undefined
  return { text, notes, ...withoutGaps({ title: title?.slice(0, LINE_LIMIT), published: datedInText(text) }) }
}
