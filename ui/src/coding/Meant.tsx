import type { Code } from '../api/names'
import { m } from '../paraglide/messages'
import { Bounds } from './tree/Definition'

/** What the code means that the finder would put on the words. */
export function Meant({ code, id }: { code: Code; id: string }) {
  return (
    <section className="meant" id={id} aria-label={m.coding_definitionOf({ code: code.name })}>
      {code.definition ? <p className="serif">{code.definition}</p> : <p className="cap">{m.codes_notDescribed()}</p>}
      <Bounds code={code} />
    </section>
  )
}
