import { type ReactNode, useEffect } from 'react'
import { Icon, Mark } from '../kit/marks'
import { m } from '../paraglide/messages'
import { isDark, prefer } from '../settings/preferences'
import { Cloth } from './Cloth'
import './door.css'

/** What stands around signing in and joining: a piece of coded text at the left, the form at the right. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = m.account_title({ title })
  }, [title])
  return (
    <div className="door">
      <Cloth />
      <main className="door-in">
        <div className="door-form">
          <h1 className="wm">
            <Mark />
            Selvedge
            <span className="sr">: {title}</span>
          </h1>
          {children}
          <p className="door-ft">{m.account_stays({ host: location.host })}</p>
          <p>
            <button
              type="button"
              className="btn sm quiet door-theme"
              onClick={() => prefer({ theme: isDark() ? 'light' : 'dark' })}
            >
              <Icon name="sun" small />
              {m.kit_lightOrDark()}
            </button>
          </p>
        </div>
      </main>
    </div>
  )
}
