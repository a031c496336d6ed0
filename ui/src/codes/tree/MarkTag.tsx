import type { Mark } from '../../codebook/staging'
import { figure, listed } from '../../kit/words'
import { m } from '../../paraglide/messages'

/** What a draft changes about a code, in a word or two. */
export function MarkTag({ mark }: { mark: Mark }) {
  const words = [
    mark.created && m.codes_markCreated(),
    mark.name && m.codes_markName(),
    mark.place && m.codes_markMoved(),
    mark.color && m.codes_markColour(),
    mark.codable && m.codes_markCodable(),
    mark.merged && m.codes_markMerged({ n: figure(mark.merged) }),
  ].filter((word): word is string => Boolean(word))
  return (
    <span className="tag accent" title={listed(words)}>
      {words.length > 1 ? m.codes_markMore({ word: words[0] ?? '', n: figure(words.length - 1) }) : words[0]}
    </span>
  )
}
