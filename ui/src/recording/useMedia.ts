import { type RefObject, useEffect, useMemo, useState } from 'react'

/** How fast a recording can be played. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const

/** How far one step back goes, in seconds. */
const BACK = 2

export interface Playing {
  /** Where it is, and how long it is, in seconds; the length is 0 until it is known. */
  at: number
  length: number
  playing: boolean
  speed: number
  volume: number
  /** It can't be played: why is in the element. */
  failed: boolean
  hasPicture: boolean
}

const nothing: Playing = { at: 0, length: 0, playing: false, speed: 1, volume: 1, failed: false, hasPicture: false }

const events = [
  'timeupdate',
  'seeked',
  'durationchange',
  'play',
  'pause',
  'ended',
  'ratechange',
  'volumechange',
] as const

const stateOf = (media: HTMLMediaElement): Playing => ({
  at: media.currentTime,
  length: Number.isFinite(media.duration) ? media.duration : 0,
  playing: !media.paused && !media.ended,
  speed: media.playbackRate,
  volume: media.volume,
  failed: media.error !== null,
  hasPicture: media instanceof HTMLVideoElement && media.videoWidth > 0,
})

/** What an audio or video element does, and how to have it do something else. Times are seconds. */
export function useMedia(media: RefObject<HTMLMediaElement | null>) {
  const [now, setNow] = useState(nothing)
  useEffect(() => {
    const element = media.current
    if (!element) return
    const ended = new AbortController()
    const look = () => setNow(stateOf(element))
    for (const event of [...events, 'error', 'loadedmetadata']) {
      element.addEventListener(event, look, { signal: ended.signal })
    }
    look() // what it said before anyone listened
    return () => ended.abort()
  }, [media])
  const hands = useMemo(() => handsOn(() => media.current), [media])
  return { ...now, ...hands }
}

/** What can be done with an element. Before it is known how long the recording is, it goes as far as one likes. */
function handsOn(media: () => HTMLMediaElement | null) {
  const go = (seconds: number) => {
    const element = media()
    if (element) element.currentTime = Math.max(0, seconds)
  }
  const play = () =>
    void media()
      ?.play()
      .catch(() => {}) // why it can't is told by its error event
  return {
    go,
    play,
    toggle: () => (media()?.paused ? play() : media()?.pause()),
    back: () => go((media()?.currentTime ?? 0) - BACK),
    /** Where it is this moment, in ms. */
    ms: () => Math.round((media()?.currentTime ?? 0) * 1000),
    setSpeed(speed: number) {
      const element = media()
      if (element) element.playbackRate = speed
    },
    /** One step slower or faster; tells the new speed. */
    stepSpeed(by: 1 | -1): number {
      const element = media()
      if (!element) return 1
      const at = speeds.findIndex((speed) => speed >= element.playbackRate)
      element.playbackRate = speeds[Math.max(0, Math.min(speeds.length - 1, at + by))] ?? 1
      return element.playbackRate
    },
    setVolume(volume: number) {
      const element = media()
      if (element) element.volume = volume
    },
  }
}

/** A speed as it is written: 1.25 ×. */
export const speedWord = (speed: number): string => `${speed} ×`
