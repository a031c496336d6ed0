import { Dialog } from '../kit/dialog'
import { count } from '../kit/words'
import { MemoForm } from '../memos/MemoForm'
import { m } from '../paraglide/messages'
import { CodeBox } from './CodeBox'
import type { Asking, RowActs } from './useRowActs'

/** Asks for the code, or the words, of what is to be done with some rows. */
export function AskBox({ asking, acts, onDone }: { asking: NonNullable<Asking>; acts: RowActs; onDone: () => void }) {
  const { what, codings } = asking
  const close = () => acts.ask(null)
  const done = (act: Promise<void>) => {
    close()
    void act.then(onDone)
  }
  const [first = '', ...others] = [...new Set(codings.map(({ passage }) => passage))]
  const passages = count(others.length + 1, 'passage')
  if (what === 'memo') {
    return (
      <Dialog title={m.excerpts_memoOn({ passages })} onClose={close}>
        <MemoForm
          on={{ kind: 'passage', id: first }}
          links={others.map((id) => ({ kind: 'passage', id }))}
          onClose={close}
        />
      </Dialog>
    )
  }
  const title =
    what === 'code'
      ? m.excerpts_codeWith({ passages })
      : m.excerpts_recodeTo({ codings: count(codings.length, 'coding') })
  return (
    <CodeBox
      title={title}
      onPick={(code) => done(what === 'code' ? acts.code(codings, code) : acts.recode(codings, code))}
      onClose={close}
    />
  )
}
