import type { Code } from '../api/names'
import { Dialog } from '../kit/dialog'
import { count } from '../kit/words'
import type { CodeActions } from './useCodeActions'

/** Says what goes with a code before it goes. */
export function DeleteDialog({ code, actions, onClose }: { code: Code; actions: CodeActions; onClose: () => void }) {
  const under = actions.book.withDescendants(code.id).length - 1
  const what = [code.all && count(code.all, 'coding'), under && `${count(under, 'code')} under it`].filter(Boolean)
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        Cancel
      </button>
      <button
        type="button"
        className="btn danger"
        onClick={() => {
          actions.removeNow(code)
          onClose()
        }}
      >
        {code.all ? `Delete with ${count(code.all, 'coding')}` : 'Delete'}
      </button>
    </>
  )
  return (
    <Dialog title={`Delete “${code.name}”`} onClose={onClose} footer={footer}>
      <p className="soft">
        {what.join(' and ')} {what.length > 1 || code.all > 1 || under > 1 ? 'go' : 'goes'} with it. The texts stay as
        they are. You can undo this.
      </p>
    </Dialog>
  )
}
