import { useState } from 'react'
import type { Code } from '../api/names'
import { announce } from '../kit/announce'
import { useBothVersions } from '../kit/BothVersions'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import type { Hand } from './hand'

/** A name that is being written: of the code as it was when that began. */
export interface Renaming {
  seen: Code
  name: string
}

/** Names codes anew in their place. A name that could not be given stays in the field, to be tried again. */
export function useRenaming({ book, may, make, marks }: Hand) {
  const [renaming, setRenaming] = useState<Renaming | null>(null)
  const [renamed, setRenamed] = useState('')
  const send = (seen: Code, { name = '' }: Partial<Code>): Promise<boolean> =>
    make([{ code: seen.id, name, version: marks ? undefined : seen.version }]).then(
      () => {
        announce(m.codes_renamed({ name }))
        return true
      },
      (error) => {
        const settled = versions.take(error, seen, { name })
        if (!settled) toastError(error)
        return settled ?? false
      },
    )
  const versions = useBothVersions<Code, 'name'>({
    what: m.codes_theCode({ code: renamed }),
    fields: [{ field: 'name', label: m.codes_name() }],
    send,
  })
  const rename = (id: string) => {
    const seen = book.get(id)
    setRenaming(seen ? { seen, name: seen.name } : null)
  }
  const setName = async (code: Code, name: string) => {
    const seen = renaming?.seen ?? code
    setRenaming(null)
    if (!may || name === code.name) return
    setRenamed(seen.name)
    if (!(await send(seen, { name }))) setRenaming({ seen, name })
  }
  return { renaming, rename, setName, versions: versions.dialog }
}
