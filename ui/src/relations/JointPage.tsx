import { getRouteApi } from '@tanstack/react-router'
import { Check } from '../kit/fields'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { type JointAsked, sampleOf } from './asked'
import { GridFiles } from './GridFiles'
import { JointBehind } from './JointBehind'
import { JointCodes } from './JointCodes'
import { JointTable } from './JointTable'
import { isDividing } from './known'
import { PickVariable } from './PickVariable'
import { Result } from './Result'
import { SampleBar } from './SampleBar'
import { useKnown } from './useSurvey'
import '../search/search.css'
import '../excerpts/excerpts.css'
import './relations.css'

const route = getRouteApi('/inside/p/$project/surveys/$survey/joint')

/** Numbers beside quotations: which groups of cases speak of which codes, and in which words. */
export function JointPage() {
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const dividing = useKnown().filter(isDividing)
  const ask = (next: Partial<JointAsked>) =>
    void navigate({ to: '.', search: { ...asked, ...next }, replace: true, resetScroll: false })
  const close = () => ask({ atCode: undefined, atValue: undefined })
  const { by, code = [], alone, atCode, atValue } = asked
  const asking = { ...sampleOf(asked), by: by ?? '', code, descendants: !alone }
  return (
    <div className={atCode ? 'relations joint open' : 'relations joint'}>
      <aside className="facets" aria-label={m.relations_codes()}>
        <Check checked={!alone} onChange={(on) => ask({ alone: on ? undefined : 'yes' })}>
          {m.relations_withSub()}
        </Check>
        <JointCodes chosen={code} onChange={(next) => ask({ code: next, atCode: undefined })} />
      </aside>
      <div className="relating">
        <h2 className="sr">{m.relations_joint()}</h2>
        <div className="row wrap asking">
          <PickVariable
            label={m.relations_groupsBy()}
            value={by}
            variables={dividing}
            onPick={(name) => ask({ by: name, atCode: undefined, atValue: undefined })}
          />
          <SampleBar sample={asked} onChange={ask} weighs={false} />
        </div>
        {by && code.length ? (
          <Result kind="joint" asking={asking} files={<GridFiles kind="joint" asking={asking} />}>
            {(joint) => (
              <JointTable
                of={joint}
                at={{ code: atCode, value: atValue }}
                onOpen={(code, value) => ask({ atCode: code, atValue: value })}
              />
            )}
          </Result>
        ) : (
          <Empty title={m.relations_jointNone()}>{m.relations_jointHow()}</Empty>
        )}
      </div>
      {by && atCode && atValue !== undefined ? (
        <JointBehind asking={asking} code={atCode} value={atValue} onClose={close} />
      ) : null}
    </div>
  )
}
