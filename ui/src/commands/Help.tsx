import { useRef } from 'react'
import { Dialog } from '../kit/dialog'
import { Check } from '../kit/fields'
import { m } from '../paraglide/messages'
import { prefer, usePreferences } from '../settings/preferences'
import { keysOf } from './keys'
import { type Command, commands, type Group, groups } from './list'

/** All keys, from the one list of commands. */
export function Help({ onClose }: { onClose: () => void }) {
  const { singleKeys } = usePreferences()
  const close = useRef<HTMLButtonElement>(null)
  const withKeys = (commands as readonly Command[]).filter(({ keys }) => keys)
  return (
    <Dialog
      title={m.commands_allKeys()}
      onClose={onClose}
      wide
      focus={close}
      footer={
        <button type="button" className="btn" ref={close} onClick={onClose}>
          {m.kit_close()}
        </button>
      }
    >
      <div className="key-groups">
        {(Object.keys(groups) as Group[]).map((group) => (
          <section key={group} className="key-group">
            <h3>{groups[group]()}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>
                      <kbd>{keysOf(command)}</kbd>
                    </dt>
                    <dd>{command.title()}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Check checked={singleKeys} onChange={(singleKeys) => prefer({ singleKeys })}>
        {m.commands_singleKeys()}
      </Check>
    </Dialog>
  )
}
