import { useState } from 'react'
import { useMay } from '../app/project'
import { Choice } from '../kit/Choice'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { ScaleForm } from './ScaleForm'
import { useAsking } from './useAsking'
import { useSurvey } from './useSurvey'

/** The scales of a survey: one of them with its items, or a new one. */
export function Scales() {
  const [asked, ask] = useAsking()
  const survey = useSurvey()
  const may = useMay().change
  const [fresh, setFresh] = useState(0) // which new one it is; 0 for none
  const open = survey.scales.find(({ name }) => name === asked.scale)
  const show = (scale: string | undefined) => {
    setFresh(0)
    ask({ scale })
  }
  const begin = () => {
    ask({ scale: undefined })
    setFresh((one) => one + 1)
  }
  const add = may ? (
    <button type="button" className="btn" onClick={begin}>
      {m.relations_newScale()}
    </button>
  ) : null
  return (
    <>
      <div className="row wrap">
        {survey.scales.length ? (
          <Choice
            label={m.relations_scale()}
            value={asked.scale ?? ''}
            any={m.relations_choose()}
            options={survey.scales.map(({ name }) => ({ value: name, name }))}
            onChange={(scale) => show(scale || undefined)}
          />
        ) : null}
        {add}
      </div>
      {open || fresh ? (
        <ScaleForm key={open ? JSON.stringify(open) : fresh} scale={open} onSaved={show} />
      ) : survey.scales.length ? null : (
        <Empty title={m.relations_scalesNone()}>{m.relations_scalesHow()}</Empty>
      )}
    </>
  )
}
