import type { ReactNode } from 'react'
import type { Code } from '../../api/names'
import { CodeForm } from '../../codes/CodeForm'
import { DeleteDialog } from '../../codes/DeleteDialog'
import { DyePicker } from '../../codes/DyePicker'
import { MergeDialog } from '../../codes/MergeDialog'
import { NewCodeDialog } from '../../codes/NewCodeDialog'
import { Dialog } from '../../kit/dialog'
import '../../codes/codes.css'
import { useDesk } from '../desk'
import type { CodeTools } from './useCodeTools'

/** The box that is open over the page, if one is. */
export function Boxes({ tools }: { tools: CodeTools }) {
  const { book } = useDesk()
  const { box, open } = tools
  const onClose = () => open(null)
  if (!box) return null
  if (box.what === 'new') return <NewCodeDialog under={box.under} actions={tools} onClose={onClose} />
  const code = book.get(box.code.id) ?? box.code
  const shown = { code, actions: tools, onClose }
  if (box.what === 'merge') return <MergeDialog {...shown} />
  if (box.what === 'delete') return <DeleteDialog {...shown} />
  return (
    <Box code={code} onClose={onClose}>
      {box.what === 'describe' ? (
        <CodeForm code={code} />
      ) : (
        <DyePicker color={code.color} onChange={(color) => void tools.recolour(code, color)} />
      )}
    </Box>
  )
}

/** What is changed in it is saved at once; closing is all that is left to do. */
function Box({ code, onClose, children }: { code: Code; onClose: () => void; children: ReactNode }) {
  const footer = (
    <button type="button" className="btn primary" onClick={onClose}>
      Done
    </button>
  )
  return (
    <Dialog title={code.name} onClose={onClose} footer={footer}>
      {children}
    </Dialog>
  )
}
