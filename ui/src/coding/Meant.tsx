import type { Code } from '../api/names'
import { m } from '../paraglide/messages'
import { Bounds } from './tree/Definition'

/** What the code means that the finder would put on the words; it describes the finder's field. */
export const Meant = ({ code, id }: { code: Code; id: string }) => (
  <div className="meant" id={id}>
    {code.definition ? <p className="serif">{code.definition}</p> : <p className="cap">{m.codes_notDescribed()}</p>}
    <Bounds code={code} />
  </div>
)
