import { Icon, Thread } from '../kit/marks'
import type { Thing } from './things'

const icons: Record<Thing['kind'], string> = {
  code: 'codes',
  source: 'sources',
  case: 'cases',
  strand: 'list',
  passage: 'quote',
  project: 'home',
}

/** What a thing is called, and where it belongs. */
export function ThingName({ thing: { kind, name, where, color } }: { thing: Thing }) {
  return (
    <>
      {color ? <Thread color={color} /> : <Icon name={icons[kind]} small />}
      <span className={kind === 'passage' ? 'cut serif' : 'cut'}>{name}</span>
      {where ? <span className="cap cut push">{where}</span> : null}
    </>
  )
}
