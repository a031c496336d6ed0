import { Link } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import type { Source } from '../api/names'
import { useMay, usePeople, useProjectId } from '../app/project'
import { Avatar } from '../kit/people'
import { late } from '../kit/soon'
import { count, figure, listed } from '../kit/words'
import { MemosButton } from '../memos/MemosButton'
import { m } from '../paraglide/messages'
import { EraseDialog } from './EraseDialog'
import { EraseOriginalDialog } from './EraseOriginalDialog'
import { namesSpeakers, voices } from './listing'
import { Rename } from './Rename'
import { SourceMenu } from './SourceMenu'
import { SpeakersDialog } from './SpeakersDialog'

const AttachDialog = late(() => import('../recording/AttachDialog').then((room) => ({ default: room.AttachDialog })))
const Versions = late(() => import('../revisions/Versions'))

/** A source in the list: what it is, who speaks in it, and how much of it is coded. */
export function SourceRow({ source }: { source: Source }) {
  const project = useProjectId()
  const may = useMay()
  const [doing, setDoing] = useState<'rename' | 'speakers' | 'recording' | 'versions' | 'words' | 'original'>()
  const isBack = useRef(false)
  const end = () => setDoing(undefined)
  return (
    <tr>
      <td>
        {doing === 'rename' ? (
          <Rename
            source={source}
            onEnd={(how) => {
              isBack.current = how === 'key'
              end()
            }}
          />
        ) : (
          <Link
            className="srcs-name"
            ref={(link: HTMLAnchorElement | null) => {
              if (isBack.current) link?.focus()
              isBack.current = false
            }}
            to="/p/$project/sources/$source"
            params={{ project, source: source.id }}
            title={`${source.title} (${source.filename})`}
          >
            <span className="cut">{source.title}</span>
            <span className="tag">{source.format}</span>
            {source.recording ? <span className="tag">{m.sources_recorded()}</span> : null}
          </Link>
        )}
      </td>
      <td>
        <Speakers source={source} onOpen={() => setDoing('speakers')} />
        {doing === 'speakers' ? <SpeakersDialog source={source} onClose={end} /> : null}
        <Suspense>{doing === 'recording' ? <AttachDialog source={source} onClose={end} /> : null}</Suspense>
      </td>
      <td className="num">{figure(source.words)}</td>
      <td className="num">{figure(source.turns)}</td>
      <td className="num">
        {source.codings ? (
          <Link
            to="/p/$project/excerpts"
            params={{ project }}
            search={{ source: [source.id] }}
            aria-label={m.sources_codingsIn({ codings: figure(source.codings), title: source.title })}
          >
            {figure(source.codings)}
          </Link>
        ) : (
          <span className="dim">{m.sources_none()}</span>
        )}
      </td>
      <td>
        <Coders coders={source.coders} />
      </td>
      <td>
        <MemosButton kind="source" id={source.id} name={source.title} />
        <SourceMenu
          source={source}
          may={may.change}
          onRename={() => setDoing('rename')}
          onSpeakers={() => setDoing('speakers')}
          onRecording={() => setDoing('recording')}
          onVersions={() => setDoing('versions')}
          onErase={setDoing}
        />
        <Suspense>{doing === 'versions' ? <Versions source={source} onClose={end} /> : null}</Suspense>
        {doing === 'words' ? <EraseDialog source={source} onClose={end} /> : null}
        {doing === 'original' ? <EraseOriginalDialog source={source} onClose={end} /> : null}
      </td>
    </tr>
  )
}

function Speakers({ source, onOpen }: { source: Source; onOpen: () => void }) {
  const may = useMay()
  const all = voices(source)
  if (!all.length) return <span className="dim">{m.sources_noneNamed()}</span>
  if (!namesSpeakers(source)) return <span className="cut srcs-speakers">{count(all.length, 'speaker')}</span>
  const names = all.map(({ name, moderator }) => (moderator ? m.sources_named({ name }) : name))
  const shown = listed(all.map(({ name }) => name))
  if (!may.change)
    return (
      <span className="cut srcs-speakers" title={names.join(', ')}>
        {shown}
      </span>
    )
  return (
    <button
      type="button"
      className="srcs-speakers cut"
      title={names.join(', ')}
      aria-label={m.sources_speakersOfNamed({ title: source.title, shown })}
      onClick={onOpen}
    >
      {shown}
    </button>
  )
}

function Coders({ coders }: { coders: Source['coders'] }) {
  const people = usePeople()
  return (
    <span className="avs">
      {(coders ?? []).map((id) => (
        <Avatar key={id} name={people.name(id)} me={id === people.me} small />
      ))}
    </span>
  )
}
