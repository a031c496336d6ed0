import { useRef } from 'react'
import { visible } from './drop'

interface ChooseProps {
  onFiles: (files: File[]) => void
  /** The first of the buttons is what comes next. */
  primary?: boolean
}

/** Buttons for files and for a whole folder. */
export function Choose({ onFiles, primary }: ChooseProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onFiles(visible([...(currentTarget.files ?? [])]))
    currentTarget.value = '' // so that the same can be chosen again
  }
  return (
    <>
      <button type="button" className={primary ? 'btn primary' : 'btn'} onClick={() => files.current?.click()}>
        {primary ? 'Choose files' : 'More files'}
      </button>
      <button type="button" className={primary ? 'btn' : 'btn quiet'} onClick={() => folder.current?.click()}>
        {primary ? 'Choose a folder' : 'A folder'}
      </button>
      <input ref={files} type="file" multiple hidden aria-label="Files to add" onChange={take} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Folder to add"
        onChange={take}
        {...{ webkitdirectory: '' }}
      />
    </>
  )
}
