import { differences } from './differences'

/** Two texts as one, with the words marked that went and came. */
export function Marked({ before, after }: { before: string; after: string }) {
  let at = 0
  return differences(before, after).map(({ is, text }) => {
    const key = `${at++} ${is}`
    if (is === 'gone') return <del key={key}>{text}</del>
    return is === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
  })
}
