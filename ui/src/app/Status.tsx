import { run } from '../commands/registry'
import { firstName } from '../kit/people'
import { listed } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { Arrivals } from '../together/Arrivals'
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
      {here.length ? <span>{m.app_areHere({ n: here.length, names: listed(here) })}</span> : null}
      <Arrivals />
      <SlotPlace slot="status" className="row wide" />
      <button type="button" className="all-keys" onClick={() => run('help.keys')}>
        {rich(m.app_allKeys(), { key: () => <kbd>?</kbd> })}
      </button>
    </footer>
  )
}
