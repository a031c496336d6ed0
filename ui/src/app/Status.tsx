import { run } from '../commands/registry'
import { firstName } from '../kit/people'
import { listed } from '../kit/words'
import { NotDone } from '../together/NotDone'
import { Saved } from '../together/Saved'
import { SlotPlace } from './slots'
import { useHere } from './useHere'

/** Tells truthfully whether all is saved, and who else is here. */
export function Status() {
  const here = useHere().map((one) => firstName(one.name))
  return (
    <footer className="status">
      <Saved />
      <NotDone />
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
