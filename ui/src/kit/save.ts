/** After how long a browser has surely begun to save what a link leads to, in ms. */
const FETCHED = 60_000

/** Has the browser save what is here already. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED)
}

/** A title as the name of a file; `none` where nothing of it can be one. */
export const nameOf = (title: string, none: string): string =>
  title
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80) || none
