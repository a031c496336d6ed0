import type { Code } from '../api/names'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { Bounds } from './tree/Definition'

/** How much of each part is told, in characters. */
const MOST = 160

/** What the code means that the finder would put on the words; it describes the finder's field. */
export const Meant = ({ code, id }: { code: Code; id: string }) => (
  <div className="meant" id={id}>
    {code.definition ? (
      <p className="serif">{shorten(code.definition, MOST)}</p>
    ) : (
      <p className="cap">{m.codes_notDescribed()}</p>
    )}
    <Bounds code={code} most={MOST} />
  </div>
)
