import { Icon, Mark } from '../kit/marks'
import { isDark, prefer } from '../settings/preferences'

export const Wordmark = () => (
  <div className="wm">
    <Mark />
    <b>Selvedge</b>
  </div>
)

export const ThemeButton = () => (
  <p className="th">
    <button className="btn sm quiet" type="button" onClick={() => prefer({ theme: isDark() ? 'light' : 'dark' })}>
      <Icon name="sun" small />
      Light or dark
    </button>
  </p>
)
