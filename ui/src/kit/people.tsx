export const firstName = (name: string): string => name.split(/\s+/)[0] || name

/** At most two letters for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s.\-_@]+/).filter(Boolean)
  return words.length > 1 ? `${words[0]?.[0]}${words.at(-1)?.[0]}`.toUpperCase() : name.slice(0, 2).toUpperCase()
}

interface AvatarProps {
  name: string
  me?: boolean
  presence?: 'here' | 'away'
  small?: boolean
  /** What they are doing, after the name. */
  doing?: string
}

export function Avatar({ name, me, presence, small, doing }: AvatarProps) {
  const label = `${name}${me ? ' (you)' : ''}${doing ? `, ${doing}` : ''}`
  const classes = ['av', small && 'sm', me && 'me', presence].filter(Boolean).join(' ')
  return (
    <span className={classes} role="img" aria-label={label} title={label}>
      {initials(name)}
    </span>
  )
}
