import { m } from '../paraglide/messages'

export const firstName = (name: string): string => name.split(/\s+/)[0] || name

/** At most two letters for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s.\-_@]+/).filter(Boolean)
  return words.length > 1 ? `${words[0]?.[0]}${words.at(-1)?.[0]}`.toUpperCase() : name.slice(0, 2).toUpperCase()
}

const roles: Readonly<Record<string, () => string>> = {
  lead: m.kit_lead,
  researcher: m.kit_researcher,
  reader: m.kit_reader,
}

/** What someone is in a project, as it is called on screen. */
export const roleName = (role: string): string => roles[role]?.() ?? role

interface AvatarProps {
  name: string
  me?: boolean
  presence?: 'here' | 'away'
  small?: boolean
  /** What they are doing, after the name. */
  doing?: string
}

export function Avatar({ name, me, presence, small, doing }: AvatarProps) {
  const label = [me ? m.kit_me({ name }) : name, doing].filter(Boolean).join(', ')
  const classes = ['av', small && 'sm', me && 'me', presence].filter(Boolean).join(' ')
  return (
    <span className={classes} role="img" aria-label={label} title={label}>
      {initials(name)}
    </span>
  )
}
