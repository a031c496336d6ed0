import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useProjectId } from '../app/project'
import { codebookAddress, codebookForms } from '../data/codebookFiles'
import { Icon } from '../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../kit/menu'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'
import { CodebookWays } from '../versions/CodebookWays'
import { ImportDialog } from './ImportDialog'
import type { CodeActions } from './useCodeActions'

interface HeadProps {
  actions: CodeActions
  /** The code that is open. */
  chosen: string
  foldAll: (fold: boolean) => void
}

/** How many codes there are, a button for a new one, and other ways to look at the codebook. */
export function CodesHead({ actions: { book, may, marks, open }, chosen, foldAll }: HeadProps) {
  const project = useProjectId()
  const drafted = placeIn(project).draft?.items.length
  const [importing, setImporting] = useState(false)
  const trigger = (
    <button type="button" className="btn icon quiet sm" aria-label={m.codes_menu()} title={m.codes_menu()}>
      <Icon name="more" />
    </button>
  )
  return (
    <>
      <div className="panel-h">
        <h1 className="h">{m.codes_codes()}</h1>
        <span className="soft">{count(book.codes.length, 'code')}</span>
        <span className="push">
          {may ? (
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label={m.codes_new()}
              title={m.codes_new()}
              onClick={() => open({ what: 'new', under: '' })}
            >
              <Icon name="plus" />
            </button>
          ) : null}
          <Menu trigger={trigger} align="end">
            <MenuItem onClick={() => foldAll(false)}>{m.codes_showAll()}</MenuItem>
            <MenuItem onClick={() => foldAll(true)}>{m.codes_foldAll()}</MenuItem>
            <MenuSeparator />
            {codebookForms.map(({ ending, name }) => (
              <MenuItem key={ending} onClick={() => location.assign(codebookAddress(project, ending))}>
                {m.codes_downloadAs({ format: name })}
              </MenuItem>
            ))}
            {may && !marks ? <MenuItem onClick={() => setImporting(true)}>{m.codes_import()}</MenuItem> : null}
          </Menu>
        </span>
      </div>
      <nav className="ways" aria-label={m.codes_ways()}>
        <Link to="/p/$project/codes/whole" params={{ project }}>
          {m.codes_whole()}
        </Link>
        {may && !marks ? (
          <Link to="/p/$project/codes" params={{ project }} search={{ code: chosen || undefined, mode: 'reorganise' }}>
            {drafted ? m.codes_reorganiseDrafted({ n: figure(drafted) }) : m.codes_reorganise()}
          </Link>
        ) : null}
        <CodebookWays />
      </nav>
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </>
  )
}
