import { useEffect } from 'react'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { firstName } from '../kit/people'
import { listed } from '../kit/words'
import { SlotPlace } from './slots'
import { useHere } from './useHere'
import { type Saving, useSaving } from './useSaving'

/** Tells truthfully whether all is saved, and who else is here. */
export function Status() {
  const saving = useSaving()
  const here = useHere().map((one) => firstName(one.name))
  return (
    <footer className="status">
      <Saved saving={saving} />
      {here.length ? (
        <span>
          {listed(here)} {here.length === 1 ? 'is' : 'are'} here
        </span>
      ) : null}
      <SlotPlace slot="status" className="row wide" />
      <button type="button" className="all-keys" onClick={() => run('help.keys')}>
        <kbd>?</kbd> all keys
      </button>
    </footer>
  )
}

const words: Record<Saving['state'], (n: number) => string> = {
  saved: () => 'Saved',
  saving: (n) => (n === 1 ? 'Saving…' : `Saving ${n} changes…`),
  waiting: (n) => `Not saved: ${n === 1 ? 'a change waits' : `${n} changes wait`} for the connection`,
  alone: () => 'Saved. Not connected: what colleagues do appears when the connection is back',
}

function Saved({ saving: { state, count } }: { saving: Saving }) {
  useEffect(() => {
    if (!count) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [count])
  const bad = state === 'waiting' || state === 'alone'
  return (
    <span className={bad ? 'saved is-bad' : 'saved'} role="status">
      <Icon name={bad ? 'warn' : state === 'saving' ? 'spin' : 'check'} small />
      {words[state](count)}
    </span>
  )
}
