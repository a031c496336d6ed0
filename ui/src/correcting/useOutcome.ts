import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../api/refusal'
import { useDesk } from '../coding/desk'
import { correctionPreview } from '../data/correcting'
import { useRested } from '../kit/useRested'
import { m } from '../paraglide/messages'
import { isClashing } from './edits'
import { type Correcting, correctionOf } from './useCorrecting'

/** How long nothing is typed before the server is asked, in ms. */
const REST = 600

/** What saving would do to the passages, in words; '' until it is known. */
export function useOutcome(correcting: Correcting): string {
  const { project, source } = useDesk()
  const now = JSON.stringify(correctionOf(correcting))
  const rested = useRested(now, REST)
  const isKnown = now === rested && !isClashing(correcting.edits)
  const { data, error } = useQuery({ ...correctionPreview(project, source.id, JSON.parse(rested)), enabled: isKnown })
  if (!isKnown) return ''
  if (error) return sentenceOf(error)
  if (!data) return ''
  const moved = m.correcting_moved({ n: data.moved })
  return data.reviews.length ? `${moved} ${m.correcting_lost({ n: data.reviews.length })}` : moved
}
