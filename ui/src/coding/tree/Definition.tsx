import type { Code } from '../../api/names'
import { dyed, Icon, Thread } from '../../kit/marks'

/** What the chosen code means, at the foot of the tree. */
export function Definition({ code, onEdit }: { code: Code; onEdit?: () => void }) {
  return (
    <section className="defn" aria-label={`What ${code.name} means`} {...dyed(code.color)}>
      <div className="row tight">
        <Thread color={code.color} />
        <b className="cut">{code.name}</b>
        {onEdit ? (
          <button
            type="button"
            className="btn quiet icon sm push"
            aria-label="Edit the definition"
            title="Edit the definition"
            onClick={onEdit}
          >
            <Icon name="pencil" />
          </button>
        ) : null}
      </div>
      {code.definition ? (
        <p className="serif">{code.definition}</p>
      ) : (
        <p className="cap">Nobody has written down yet what it means.</p>
      )}
      {code.include || code.exclude ? (
        <p className="cap">
          {code.include ? (
            <>
              <b>Include</b> {code.include}{' '}
            </>
          ) : null}
          {code.exclude ? (
            <>
              <b>Not</b> {code.exclude}
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
