import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Code } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useMergeCode } from '../data/codes'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { count } from '../kit/words'
import { mergeable } from './moves'
import { shared } from './shared'
import type { CodeActions } from './useCodeActions'

/** Gives everything of one code to another, and says with numbers what that means. */
export function MergeDialog({ code, actions, onClose }: { code: Code; actions: CodeActions; onClose: () => void }) {
  const project = useProjectId()
  const { book, select, undoToast } = actions
  const targets = mergeable(book, code)
  const near = targets.find((node) => node.code.parent === code.parent) ?? targets[0]
  const [into, setInto] = useState(near?.code.id ?? '')
  const merge = useMergeCode(project)
  const target = book.get(into)
  const doIt = () =>
    merge.mutate(
      { code: code.id, into },
      {
        onSuccess: ({ seq }) => {
          undoToast(`Merged “${code.name}” into “${target?.name}”`, seq)
          select(into)
          onClose()
        },
      },
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        Cancel
      </button>
      <button type="button" className="btn primary" disabled={!target || merge.isPending} onClick={doIt}>
        {code.own ? `Merge ${count(code.own, 'coding')}` : 'Merge'}
      </button>
    </>
  )
  const options = targets.map(({ code: one, depth }) => ({
    value: one.id,
    name: `${'\u2003'.repeat(depth)}${one.name} (${one.own})`,
  }))
  return (
    <Dialog title={`Merge “${code.name}” into another code`} onClose={onClose} footer={footer}>
      <div className="stack">
        <SelectField
          label="Into"
          value={into}
          options={options}
          onChange={setInto}
          error={merge.error ? sentenceOf(merge.error) : undefined}
        />
        {target ? <Meaning from={code} into={target} under={book.children(code.id).length} /> : null}
      </div>
    </Dialog>
  )
}

function Meaning({ from, into, under }: { from: Code; into: Code; under: number }) {
  const { data: both } = useQuery(shared(useProjectId(), from.id, into.id))
  return (
    <p className="soft">
      {count(from.own, 'coding')} {from.own === 1 ? 'moves' : 'move'} to “{into.name}”, which has {into.own} now.{' '}
      {both
        ? `${count(both, 'passage')} ${both === 1 ? 'carries' : 'carry'} both codes by one coder and ${both === 1 ? 'keeps' : 'keep'} one coding. `
        : null}
      {under ? `${count(under, 'code')} under it ${under === 1 ? 'moves' : 'move'} too. ` : null}
      What “{from.name}” meant is kept as a memo. The code leaves the codebook; you can undo this.
    </p>
  )
}
