import { Suspense, useState } from 'react'
import { useHandlers } from '../commands/registry'
import { keptDraft } from '../correcting/draft'
import { late, soon } from '../kit/soon'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import Reviews from '../reviews/Reviews'
import OpenVersions from '../revisions/OpenVersions'
import { useDesk } from './desk'
import { useRestanding } from './useRestanding'

const Correcting = soon(() => import('../correcting/Correcting'))
const Pages = late(() => import('../pages/Pages'))
const Player = late(() => import('../recording/Player'))

/** What comes beside the text once it stands: corrections of it, the pages and the recording it was made of, its versions. */
export default function Beside() {
  const { me, source, may } = useDesk()
  const [correcting, correct] = useState(() => may.change && Boolean(keptDraft(me, source.id)))
  const begin = () => (may.change ? correct(true) : toast(m.coding_mayRead()))
  useRestanding()
  useHandlers({ 'text.correct': correcting ? undefined : begin })
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
