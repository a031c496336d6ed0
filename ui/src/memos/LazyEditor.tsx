import { Suspense } from 'react'
import { soon } from '../kit/soon'
import { Late, Lines } from '../kit/states'
import type { EditorProps } from './editor/Editor'

const Editor = soon(() => import('./editor/Editor'))

/** The editor, which is large and not needed before someone writes. */
export function LazyEditor(props: EditorProps) {
  return (
    <Suspense
      fallback={
        <Late>
          <Lines count={3} />
        </Late>
      }
    >
      <Editor {...props} />
    </Suspense>
  )
}
