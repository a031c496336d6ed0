import { useRef } from 'react'
import { Dialog } from '../kit/dialog'
import { Check } from '../kit/fields'
import { prefer, usePreferences } from '../settings/preferences'
import { keysOf } from './keys'
import { type Command, commands, groups } from './list'

/** All keys, from the one list of commands. */
export function Help({ onClose }: { onClose: () => void }) {
  const { singleKeys } = usePreferences()
  const close = useRef<HTMLButtonElement>(null)
  const withKeys = (commands as readonly Command[]).filter(({ keys }) => keys)
  return (
    <Dialog
      title="All keys"
      onClose={onClose}
      wide
      focus={close}
      footer={
        <button type="button" className="btn" ref={close} onClick={onClose}>
          Close
        </button>
      }
    >
      <div className="key-groups">
        {groups.map((group) => (
          <section key={group} className="key-group">
            <h3>{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>
                      <kbd>{keysOf(command)}</kbd>
                    </dt>
                    <dd>{command.title}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Check checked={singleKeys} onChange={(singleKeys) => prefer({ singleKeys })}>
        Single letters are keys (they work while the text, the tree or a list has the focus)
      </Check>
    </Dialog>
  )
}
