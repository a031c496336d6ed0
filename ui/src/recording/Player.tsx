import { useCallback, useEffect, useRef, useState } from 'react'
import type { Recording } from '../api/names'
import { useDesk } from '../coding/desk'
import { useHandlers } from '../commands/registry'
import { recordingAddress } from '../data/recordings'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { Controls } from './Controls'
import { Ear } from './Ear'
import { setPlayer } from './remote'
import { beginOf } from './timeline'
import { useByEar } from './useByEar'
import { useFollowing } from './useFollowing'
import { speedWord, useMedia } from './useMedia'
import { useShownTimes, useTimesInText } from './useTimesInText'
import './recording.css'

/** The recording of the source, below its text: plays, lights what is spoken, and lets times be set by ear. */
export default function Player({ recording }: { recording: Recording }) {
  const desk = useDesk()
  const { project, source, surface, content } = desk
  const element = useRef<HTMLVideoElement>(null)
  const media = useMedia(element)
  const ear = useByEar({
    project,
    source,
    turns: content.turns,
    ms: media.ms,
    current: () => surface?.currentTurn() ?? 0,
  })
  const { following, follow } = useFollowing(surface, ear.now, media.at * 1000, media.playing)
  const { go, play } = media
  const from = useCallback(
    (ms: number) => {
      go(ms / 1000)
      play()
      follow(true)
    },
    [go, play, follow],
  )
  useEffect(() => setPlayer(from), [from])
  useTimesInText(desk.doc.current, ear.now, from)
  useShownTimes(desk.doc.current, content.turns, ear.now)
  usePlayerKeys(media, ear, () => {
    const begin = beginOf(ear.now, surface?.currentTurn() ?? 0)
    if (begin === undefined) announce(m.recording_noTime())
    else from(begin)
  })
  const [isLarge, setLarge] = useState(false)
  return (
    <section className={`player${isLarge ? ' large' : ''}`} aria-label={m.recording_recording()}>
      {/* biome-ignore lint/a11y/useMediaCaption: the text beside it is what is said */}
      <video
        ref={element}
        src={recordingAddress(project, recording)}
        preload="metadata"
        hidden={!media.hasPicture}
        playsInline
      />
      <div className="player-strip">
        <Controls media={media} />
        <label className="opt-check">
          <input type="checkbox" checked={following} onChange={(event) => follow(event.target.checked)} />
          {m.recording_follow()}
        </label>
        {media.hasPicture ? (
          <button type="button" className="btn sm quiet" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
            {m.recording_large()}
          </button>
        ) : null}
        {desk.may.change ? <Ear ear={ear} /> : null}
      </div>
      {media.failed ? (
        <p className="st bad" role="alert">
          <Icon name="stop" small />
          {m.recording_failed({ name: recording.filename })}
        </p>
      ) : null}
    </section>
  )
}

type Media = ReturnType<typeof useMedia>

function usePlayerKeys(media: Media, ear: ReturnType<typeof useByEar>, here: () => void): void {
  const step = (by: 1 | -1) => announce(m.recording_speedNow({ speed: speedWord(media.stepSpeed(by)) }))
  useHandlers({
    'recording.toggle': () => {
      announce(media.playing ? m.recording_paused() : m.recording_playing())
      media.toggle()
    },
    'recording.back': media.back,
    'recording.here': here,
    'recording.slower': () => step(-1),
    'recording.faster': () => step(1),
  })
  useEarKeys(ear)
}

function useEarKeys(ear: ReturnType<typeof useByEar>): void {
  const { may } = useDesk()
  const isOn = ear.next !== null
  useHandlers({
    'times.byEar': may.change ? ear.toggle : undefined,
    'times.set': isOn ? ear.press : undefined,
    'times.takeBack': isOn ? ear.takeBack : undefined,
  })
}
