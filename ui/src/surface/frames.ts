/** Work that may wait until the frame is shown, however often it is asked for. */
export interface Later {
  ask(): void
  cancel(): void
}

/** Does something once, after the frame in which it was asked for has been painted. */
export function afterFrame(work: () => void): Later {
  let frame = 0
  let timer = 0
  const done = () => {
    frame = timer = 0
    work()
  }
  return {
    ask() {
      if (!frame && !timer)
        frame = requestAnimationFrame(() => {
          timer = window.setTimeout(done)
        })
    },
    cancel() {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    },
  }
}
