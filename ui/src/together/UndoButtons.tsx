import { useMay } from '../app/project'
import { run } from '../commands/registry'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { useSteps } from './useSteps'

/** Undo and redo as buttons, each with the sentence of what it would do. */
export function UndoButtons() {
  const { undo, redo } = useSteps()
  if (!useMay().code) return null
  return (
    <span className="row undo-redo">
      <Step
        icon="undo"
        title={undo ? m.together_undo({ what: undo }) : m.together_nothingToUndo()}
        off={!undo}
        onClick={() => run('edit.undo')}
      />
      <Step
        icon="redo"
        title={redo ? m.together_redo({ what: redo }) : m.together_nothingToRedo()}
        off={!redo}
        onClick={() => run('edit.redo')}
      />
    </span>
  )
}

interface StepProps {
  icon: string
  title: string
  off: boolean
  onClick: () => void
}

const Step = ({ icon, title, off, onClick }: StepProps) => (
  <button
    type="button"
    className="btn quiet icon"
    aria-label={title}
    title={title}
    aria-disabled={off || undefined}
    onClick={off ? undefined : onClick}
  >
    <Icon name={icon} />
  </button>
)
