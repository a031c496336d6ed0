import type { CommandId } from './list'

/** What a command would do right now, where that is known better than its title tells. */
const sayings = new Map<CommandId, string>()

export function setSaying(id: CommandId, text: string | undefined): void {
  if (text) sayings.set(id, text)
  else sayings.delete(id)
}

export const sayingOf = (id: CommandId): string | undefined => sayings.get(id)
