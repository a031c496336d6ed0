import { Suspense, useState } from 'react'
import { Icon } from '../kit/marks'
import { soon } from '../kit/soon'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'

const Panel = soon(() => import('./ShowPanel'))

/** The button behind which the codings shown are narrowed down. */
export function ShowMenu() {
  const { view } = useDesk()
  const [asked, ask] = useState(false)
  const button = {
    type: 'button',
    className: 'btn quiet',
    'aria-pressed': view.narrowed !== '',
    title: view.narrowed || m.coding_showWhich(),
    children: (
      <>
        <Icon name="filter" />
        {m.coding_show()}
      </>
    ),
  } as const
  const waiting = <button {...button} aria-haspopup="dialog" onClick={() => ask(true)} />
  if (!asked) return waiting
  return (
    <Suspense fallback={waiting}>
      <Panel trigger={<button {...button} />} />
    </Suspense>
  )
}
