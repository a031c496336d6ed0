import { useCodebook } from '../app/project'
import { pathOf } from '../coding/finding'
import { Thread } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding } from '../surface'

/** The codes on the page, in the order of the codebook, with what they mean. */
export function Legend({ codings }: { codings: readonly Coding[] }) {
  const book = useCodebook()
  const counts = new Map<string, number>()
  for (const { code } of codings) counts.set(code, (counts.get(code) ?? 0) + 1)
  const used = book.walk().filter(({ code }) => counts.has(code.id))
  if (!used.length) return null
  return (
    <section className="legend" aria-labelledby="legend">
      <h2 id="legend">{m.print_codes()}</h2>
      <dl>
        {used.map(({ code }) => (
          <div key={code.id}>
            <dt>
              <Thread color={code.color} /> {[pathOf(book, code.id), code.name].filter(Boolean).join(' / ')}
              <span> {count(counts.get(code.id) ?? 0, 'coding')}</span>
            </dt>
            {code.definition ? <dd className="serif">{code.definition}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  )
}
