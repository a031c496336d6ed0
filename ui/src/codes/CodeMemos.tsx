import { useQuery } from '@tanstack/react-query'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { memos } from '../data/memos'
import { MemoItem } from '../memos/MemoItem'
import '../memos/memos.css'
import { m } from '../paraglide/messages'

/** What was written on a code. */
export function CodeMemos({ code }: { code: Code }) {
  const { data = [] } = useQuery(memos(useProjectId()))
  const mine = data.filter(({ targetKind, target }) => targetKind === 'code' && target === code.id)
  if (!mine.length) return null
  return (
    <section className="part" aria-label={m.codes_memos()}>
      <h3>{m.codes_memos()}</h3>
      {mine.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
    </section>
  )
}
