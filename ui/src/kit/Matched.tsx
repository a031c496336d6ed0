import { plain } from '../codebook/codebook'

/** A name with what was typed marked in it. */
export function Matched({ name, typed }: { name: string; typed: string }) {
  const wanted = plain(typed)
  const at = wanted ? plain(name).indexOf(wanted) : -1
  if (at < 0 || plain(name).length !== name.length) return name
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, at + wanted.length)}</mark>
      {name.slice(at + wanted.length)}
    </>
  )
}
