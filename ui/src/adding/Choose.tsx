import { useRef } from 'react'
import { m } from '../paraglide/messages'
import { type Chosen, picked } from './gather'

interface ChooseProps {
  onFiles: (files: Chosen[]) => void
  /** The first of the buttons is what comes next. */
  primary?: boolean
}

/** Buttons for files and for a whole folder. */
export function Choose({ onFiles, primary }: ChooseProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onFiles(picked([...(currentTarget.files ?? [])]))
    currentTarget.value = '' // so that the same can be chosen again
  }
  return (
    <>
      <button type="button" className={primary ? 'btn primary' : 'btn'} onClick={() => files.current?.click()}>
        {primary ? m.adding_chooseFiles() : m.adding_moreFiles()}
      </button>
      <button type="button" className={primary ? 'btn' : 'btn quiet'} onClick={() => folder.current?.click()}>
        {primary ? m.adding_chooseFolder() : m.adding_folder()}
      </button>
      <input ref={files} type="file" multiple hidden aria-label={m.adding_filesToAdd()} onChange={take} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={m.adding_folderToAdd()}
        onChange={take}
        {...{ webkitdirectory: '' }}
      />
    </>
  )
}
