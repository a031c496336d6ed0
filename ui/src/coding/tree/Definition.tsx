import type { Code } from '../../api/names'
import { dyed, Icon, Thread } from '../../kit/marks'
import { m } from '../../paraglide/messages'

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
      {code.include || code.exclude ? (
        <p className="cap">
          {code.include ? (
            <>
              <b>{m.coding_include()}</b> {code.include}{' '}
            </>
          ) : null}
          {code.exclude ? (
            <>
              <b>{m.coding_exclude()}</b> {code.exclude}
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
