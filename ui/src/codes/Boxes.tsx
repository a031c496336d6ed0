import type { ReactNode } from 'react'
import { SetDialog } from '../codesets/SetDialog'
import { Dialog } from '../kit/dialog'
import { m } from '../paraglide/messages'
import { CodeForm } from './CodeForm'
import { DeleteDialog } from './DeleteDialog'
import { MergeDialog } from './MergeDialog'
import { MoveDialog } from './MoveDialog'
import { NewCodeDialog } from './NewCodeDialog'
import { RecolourDialog } from './RecolourDialog'
import type { CodeActions } from './useCodeActions'
import './codes.css'

/** What is open over the page: a box, or the two versions of a name. */
export const Boxes = ({ actions }: { actions: CodeActions }) => (
  <>
    <OpenBox actions={actions} />
    {actions.versions}
  </>
)

function OpenBox({ actions }: { actions: CodeActions }) {
  const { box, open, book } = actions
  const onClose = () => open(null)
  if (!box) return null
  if (box.what === 'new') return <NewCodeDialog under={box.under} {...{ actions, onClose }} />
  const ids = box.codes.filter((id) => book.get(id))
  const [first] = ids
  const code = book.get(first)
  if (!code) return null
  const about = { ids, actions, onClose }
  if (box.what === 'merge') return <MergeDialog {...about} />
  if (box.what === 'move') return <MoveDialog {...about} />
  if (box.what === 'delete') return <DeleteDialog {...about} />
  if (box.what === 'recolour') return <RecolourDialog {...about} />
  if (box.what === 'set') return <SetDialog codes={ids} onClose={onClose} />
  return (
    <Saved title={code.name} onClose={onClose}>
      <CodeForm code={code} />
    </Saved>
  )
}

/** What is changed in it is saved at once; closing is all that is left to do. */
function Saved({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const footer = (
    <button type="button" className="btn primary" onClick={onClose}>
      {m.codes_done()}
    </button>
  )
  return (
    <Dialog title={title} onClose={onClose} footer={footer} wide>
      {children}
    </Dialog>
  )
}
