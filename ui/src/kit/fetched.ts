import { isConnected } from '../live/connection'

/** How long until a part is asked for again, in ms; and how often it is while there is a connection. */
const PAUSE = 1000
const TIMES = 3

/**
 * Fetches a part of the interface; when the connection is lost, as soon as it is back, so that what is on the page
 * stands meanwhile. Throws what the last try threw.
 */
export async function fetched<T>(load: () => Promise<T>, times = TIMES): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!times) throw error
    await new Promise((done) => setTimeout(done, PAUSE)) // that the connection is lost may not be known yet
    askForStyles()
    return fetched(load, isConnected() ? times - 1 : times)
  }
}

/** A style sheet that did not come is not asked for again with its part. */
function askForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (!hasRules(link)) link.replaceWith(link.cloneNode())
}

function hasRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return Boolean(sheet?.cssRules)
  } catch {
    return false // Chromium gives what did not come as a sheet of another site
  }
}
