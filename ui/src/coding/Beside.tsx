import { lazy, Suspense, useState } from 'react'
import { useHandlers } from '../commands/registry'
import { draftKey } from '../correcting/draft'
import { readDraft } from '../kit/drafts'
import { soon } from '../kit/soon'
import Reviews from '../reviews/Reviews'
import OpenVersions from '../revisions/OpenVersions'
import { useDesk } from './desk'

const Correcting = soon(() => import('../correcting/Correcting'))
const Pages = lazy(() => import('../pages/Pages'))
const Player = lazy(() => import('../recording/Player'))

/** What comes beside the text once it stands: corrections of it, the pages and the recording it was made of, its versions. */
export default function Beside() {
  const { source, may } = useDesk()
  const [correcting, correct] = useState(() => may.change && Boolean(readDraft(draftKey(source.id))))
  useHandlers({ 'text.correct': may.change && !correcting ? () => correct(true) : undefined })
  return (
    <>
      <Suspense>{correcting ? <Correcting onEnd={() => correct(false)} /> : null}</Suspense>
      {source.format === 'pdf' ? <Pages /> : null}
      {source.recording ? <Player recording={source.recording} /> : null}
      <OpenVersions source={source} />
      <Reviews />
    </>
  )
}
