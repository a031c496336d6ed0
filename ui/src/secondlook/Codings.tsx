import { useState } from 'react'
import type { Code, Excerpt } from '../api/names'
import { useMay, usePeople } from '../app/project'
import { m } from '../paraglide/messages'
import { CodingRow } from './CodingRow'
import { Meanings } from './Meanings'
import { RecodeDialog } from './RecodeDialog'
import { useActs } from './useActs'
import { useRows } from './useRows'

/** A code's meaning then and now, and below it the codings that were made then. */
export function Codings({ code, list }: { code: Code; list: readonly Excerpt[] }) {
  const may = useMay()
  const people = usePeople()
  const [recoding, setRecoding] = useState<readonly Excerpt[]>()
  const acts = useActs(code)
  const mine = (one: Excerpt) => may.code && (one.coder === people.me || may.manage)
  const rows = useRows(list, mine, (key, meant) => {
    if (key === 'k') acts.keep(meant)
    else if (key === 'r') setRecoding(meant)
    else acts.remove(meant)
  })
  const { lit, ticked, meant } = rows
  return (
    <>
      <Meanings code={code} at={list[lit]?.at} />
      <div className="bar-h">
        <p role="status">{m.secondlook_toLook({ n: code.outdated })}</p>
        {may.code ? (
          <div className="row push">
            {ticked.size ? <span className="soft">{m.secondlook_ticked({ n: ticked.size })}</span> : null}
            <Act onClick={() => acts.keep(meant)} letter="K" name={m.secondlook_keep()} none={!meant.length} primary />
            <Act onClick={() => setRecoding(meant)} letter="R" name={m.secondlook_recode()} none={!meant.length} />
            <Act onClick={() => acts.remove(meant)} letter="U" name={m.secondlook_remove()} none={!meant.length} />
          </div>
        ) : null}
      </div>
      <div className="codings" ref={rows.box}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are walked with the arrow keys, which makes a table a grid */}
        <table role="grid" aria-label={m.secondlook_codings({ code: code.name })} onKeyDown={rows.onKeyDown}>
          <tbody>
            {list.map((one, i) => (
              <CodingRow
                key={one.coding}
                excerpt={one}
                coder={people.called(one.coder)}
                lit={i === lit}
                ticked={ticked.has(one.coding)}
                mine={mine(one)}
                onTick={() => rows.tick(one.coding)}
                onLight={() => rows.light(i)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {recoding ? (
        <RecodeDialog
          code={code}
          codings={recoding}
          onTake={(into) => acts.recode(recoding, into)}
          onClose={() => setRecoding(undefined)}
        />
      ) : null}
    </>
  )
}

interface ActProps {
  name: string
  letter: string
  none: boolean
  primary?: boolean
  onClick: () => void
}

const Act = ({ name, letter, none, primary, onClick }: ActProps) => (
  <button type="button" className={primary ? 'btn primary' : 'btn'} disabled={none} onClick={onClick}>
    {name} <kbd>{letter}</kbd>
  </button>
)
