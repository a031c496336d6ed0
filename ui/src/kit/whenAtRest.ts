/**
 * Does something when the page rests, or after so many ms on a busy page and in browsers that can't tell. Gives what
 * calls it off.
 */
export function whenAtRest(then: () => void, latest: number): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(then, { timeout: latest })
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(then, latest)
  return () => clearTimeout(asked)
}
