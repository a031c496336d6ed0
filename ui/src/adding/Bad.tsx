import { type FormEvent, useRef, useState } from 'react'
import { Check, TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import type { Candidate } from './candidate'
import type { State } from './state'

interface BadProps {
  batch: Batch
  state: State
  one: Candidate
}

/** Why a file can't be read or added, and what can be done about it. */
export function Bad({ batch, state, one }: BadProps) {
  return (
    <div className="blk">
      <div className="banner danger" role="alert">
        <Icon name="stop" />
        <span className="grow">{one.stage === 'added' ? m.adding_notHeard({ why: one.why ?? '' }) : one.why}</span>
      </div>
      {one.isLocked ? <Password batch={batch} state={state} one={one} /> : null}
      <div className="row imp-again">
        {one.isFinal || one.isLocked ? null : (
          <>
            <ChooseAgain primary={one.isGone} onFile={(file) => batch.renew(one.id, file)} />
            <button type="button" className="btn sm" onClick={() => batch.again(one.id)}>
              {m.kit_tryAgain()}
            </button>
          </>
        )}
        <button type="button" className="btn sm quiet" onClick={() => batch.remove(one.id)}>
          {m.adding_remove()}
        </button>
      </div>
    </div>
  )
}

/** A button for the file once it was mended, or found again. */
function ChooseAgain({ onFile, primary }: { onFile: (file: File) => void; primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={primary ? 'btn sm primary' : 'btn sm'} onClick={() => input.current?.click()}>
        {m.adding_chooseAgain()}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={m.adding_chooseAgain()}
        onChange={({ currentTarget: { files } }) => files?.[0] && onFile(files[0])}
      />
    </>
  )
}

/** Asks for the password of a protected file, which may open others too. */
function Password({ batch, state, one }: BadProps) {
  const [password, setPassword] = useState('')
  const [all, setAll] = useState(true)
  const others = state.files.filter(({ id, isLocked }) => isLocked && id !== one.id).length
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (password) batch.unlock(one.id, password, all)
  }
  return (
    <form className="stack imp-key" onSubmit={open}>
      <TextField
        label={m.adding_password()}
        hint={m.adding_passwordHint()}
        type="password"
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {others ? (
        <Check checked={all} onChange={setAll}>
          {m.adding_passwordForOthers({ n: others })}
        </Check>
      ) : null}
      <button type="submit" className="btn sm primary" disabled={!password}>
        {m.adding_unlock()}
      </button>
    </form>
  )
}
