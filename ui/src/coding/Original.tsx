import { lazy } from 'react'
import { useDesk } from './desk'

const Pages = lazy(() => import('../pages/Pages'))
const Player = lazy(() => import('../recording/Player'))

/** What the text was made of, beside it: the pages of its file, the recording of it. */
export default function Original() {
  const { source } = useDesk()
  return (
    <>
      {source.format === 'pdf' ? <Pages /> : null}
      {source.recording ? <Player recording={source.recording} /> : null}
    </>
  )
}
