import { lazy, Suspense } from 'react'
import { Late, Lines } from '../kit/states'
import type { EditorProps } from './editor/Editor'

const Editor = lazy(() => import('./editor/Editor'))

/** The editor, fetched when someone is about to write. */
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
