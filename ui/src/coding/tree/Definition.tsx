import type { Code } from '../../api/names'
import { dyed, Icon, Thread } from '../../kit/marks'
import { shorten } from '../../kit/words'
import { m } from '../../paraglide/messages'

const bounds = [
  { field: 'include', name: m.coding_include },
  { field: 'exclude', name: m.coding_exclude },
  { field: 'example', name: m.coding_example },
  { field: 'nearMiss', name: m.coding_nearMiss },
] as const

/** What else belongs to a code and what doesn't; of each at most so many characters. */
export function Bounds({ code, most }: { code: Code; most?: number }) {
  return bounds.map(({ field, name }) => {
    const text = code[field]
    return text ? (
      <p className="cap" key={field}>
        <b>{name()}</b> {most ? shorten(text, most) : text}
      </p>
    ) : null
  })
}

/** What the chosen code means, at the foot of the tree. */
export function Definition({ code, onEdit }: { code: Code; onEdit?: () => void }) {
  return (
    <section className="defn" aria-label={m.coding_definitionOf({ code: code.name })} {...dyed(code.color)}>
      <div className="row tight">
        <Thread color={code.color} />
        <b className="cut">{code.name}</b>
        {onEdit ? (
          <button
            type="button"
            className="btn quiet icon sm push"
            aria-label={m.coding_definitionEdit()}
            title={m.coding_definitionEdit()}
            onClick={onEdit}
          >
            <Icon name="pencil" />
          </button>
        ) : null}
      </div>
      {code.definition ? <p className="serif">{code.definition}</p> : <p className="cap">{m.codes_notDescribed()}</p>}
      <Bounds code={code} />
    </section>
  )
}
