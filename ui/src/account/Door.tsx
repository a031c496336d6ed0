import { type ReactNode, useEffect } from 'react'
import { Icon, Mark } from '../kit/marks'
import { isDark, prefer } from '../settings/preferences'
import { Cloth } from './Cloth'
import './door.css'

/** What stands around signing in and joining: a piece of coded text at the left, the form at the right. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Selvedge`
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
          <p className="door-ft">{location.host}. What you code here stays on this server.</p>
          <p>
            <button
              type="button"
              className="btn sm quiet door-theme"
              onClick={() => prefer({ theme: isDark() ? 'light' : 'dark' })}
            >
              <Icon name="sun" small />
              Light or dark
            </button>
          </p>
        </div>
      </main>
    </div>
  )
}
