import { Dialog as Base } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useCodebook, useProjectId, useSources } from '../app/project'
import { Icon, Thread } from '../kit/marks'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { type Findable, find } from './findable'
import { keysOf } from './keys'
import type { CommandId } from './list'
import { canRun, run } from './registry'
import { sayingOf } from './sayings'

/** Go anywhere, or do anything: over commands, sources and codes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const found = useFound(typed)
  const choose = useChoose(onClose)
  const options = useOptions({ items: found, onChoose: choose })
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className="stage">
          <Base.Popup className="dialog palette" aria-label={m.app_paletteTitle()} initialFocus={field}>
            <div className="search">
              <Icon name="search" />
              <input
                ref={field}
                className="input"
                placeholder={m.app_palette()}
                aria-label={m.app_paletteTitle()}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                  options.restart()
                }}
                {...options.field}
              />
            </div>
            <div className="found" {...options.list}>
              {found.map((one, i) => (
                <div className="opt" key={`${one.what} ${idOf(one)}`} {...options.option(i)}>
                  <Row one={one} />
                </div>
              ))}
            </div>
            {found.length ? null : <p className="head">{m.commands_nothing({ typed })}</p>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

const idOf = (one: Findable): string =>
  one.what === 'command' ? one.command.id : one.what === 'source' ? one.source.id : one.code.id

function Row({ one }: { one: Findable }) {
  if (one.what === 'command') {
    return (
      <>
        <Icon name={one.command.icon ?? 'chev'} />
        <span className="cut">{sayingOf(one.command.id as CommandId) ?? one.name}</span>
        <span className="push">{one.command.keys ? <kbd>{keysOf(one.command)}</kbd> : null}</span>
      </>
    )
  }
  return (
    <>
      {one.what === 'code' ? <Thread color={one.code.color} /> : <Icon name="sources" />}
      <span className="cut">{one.name}</span>
      <span className="push">{one.what === 'code' ? m.commands_passages() : m.commands_source()}</span>
    </>
  )
}

function useFound(typed: string): Findable[] {
  const sources = useSources()
  const book = useCodebook()
  return useMemo(() => {
    const codes = book.walk().map(({ code }) => code)
    return find(typed, { canRun: (id) => canRun(id as CommandId), sources, codes })
  }, [typed, sources, book])
}

function useChoose(onClose: () => void): (one: Findable) => void {
  const navigate = useNavigate()
  const project = useProjectId()
  return (one) => {
    onClose()
    if (one.what === 'command')
      setTimeout(() => run(one.command.id as CommandId)) // after the focus is back where it was
    else if (one.what === 'source') {
      void navigate({ to: '/p/$project/sources/$source', params: { project, source: one.source.id } })
    } else void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [one.code.id] } })
  }
}
