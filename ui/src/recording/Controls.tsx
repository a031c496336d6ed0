import { keysOf } from '../commands/keys'
import { type CommandId, commandOf } from '../commands/list'
import { Icon } from '../kit/marks'
import { clock } from '../kit/time'
import { m } from '../paraglide/messages'
import { speeds, speedWord, type useMedia } from './useMedia'

const withKeys = (id: CommandId): string => `${commandOf(id).title()} (${keysOf(commandOf(id))})`

/** Play, back, where it is, how fast and how loud. */
export function Controls({ media }: { media: ReturnType<typeof useMedia> }) {
  const { at, length, playing, speed, volume } = media
  const place = m.recording_of({ at: clock(at * 1000), length: clock(length * 1000) })
  return (
    <>
      <button
        type="button"
        className="btn icon"
        aria-label={playing ? m.recording_pause() : m.recording_play()}
        title={withKeys('recording.toggle')}
        onClick={media.toggle}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="btn icon quiet"
        aria-label={m.recording_backTwo()}
        title={withKeys('recording.back')}
        onClick={media.back}
      >
        <Icon name="back" />
      </button>
      <input
        type="range"
        className="player-place"
        aria-label={m.recording_place()}
        aria-valuetext={place}
        min={0}
        max={Math.max(length, 0.1)}
        step={0.1}
        value={Math.round(at * 10) / 10} // in whole steps, or the field would report its own rounding as a change
        onChange={(event) => media.go(Number(event.target.value))}
      />
      <span className="cap player-time">{place}</span>
      <select
        className="select player-speed"
        aria-label={m.recording_speed()}
        value={speed}
        onChange={(event) => media.setSpeed(Number(event.target.value))}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {speedWord(one)}
          </option>
        ))}
      </select>
      <input
        type="range"
        className="player-volume"
        aria-label={m.recording_volume()}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        onChange={(event) => media.setVolume(Number(event.target.value))}
      />
    </>
  )
}
