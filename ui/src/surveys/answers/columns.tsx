import { Link } from '@tanstack/react-router'
import { type Column, SelectColumn, type SortColumn } from 'react-data-grid'
import type { Answer, Survey } from '../../api/names'
import type { Codebook } from '../../codebook/codebook'
import { Thread } from '../../kit/marks'
import { m } from '../../paraglide/messages'
import { shownValue } from './values'

/** Widths of the columns, in px; the answer has what they leave. */
const widths = { tick: 35, respondent: 190, shown: 140, answer: 320, codes: 220 }

/** How wide the answers are in a grid of a width, when so much is shown beside; in px. */
export const answerWidth = (grid: number, shown: number): number =>
  Math.max(widths.answer, grid - widths.tick - widths.respondent - widths.codes - shown * widths.shown) - 16

interface About {
  project: string
  survey: Survey
  book: Codebook
  shown: readonly string[]
  /** How many an answer may take. */
  lines: number
}

/** The columns: who answered, what is shown beside, the answer, and its codes. */
export const columnsOf = ({ project, survey, book, shown, lines }: About): Column<Answer>[] => [
  { ...SelectColumn, headerCellClass: 'answer-tick', cellClass: 'answer-tick' },
  {
    key: 'respondent',
    name: m.surveys_respondent(),
    width: widths.respondent,
    frozen: true,
    sortable: true,
    resizable: true,
    renderCell: ({ row, tabIndex }) => <Respondent project={project} answer={row} tabIndex={tabIndex} />,
  },
  ...shown.map(
    (name): Column<Answer> => ({
      key: `:${name}`,
      name,
      width: widths.shown,
      sortable: true,
      resizable: true,
      renderCell: ({ row }) => <span className="cut soft">{shownValue(survey, name, row.values[name])}</span>,
    }),
  ),
  {
    key: 'answer',
    name: m.surveys_answer(),
    minWidth: widths.answer,
    sortable: true,
    resizable: true,
    renderCell: ({ row }) => (
      <p className="answer-text serif" style={{ WebkitLineClamp: lines }}>
        {row.text}
      </p>
    ),
  },
  {
    key: 'codes',
    name: m.surveys_codes(),
    width: widths.codes,
    resizable: true,
    renderCell: ({ row }) => <Codes answer={row} book={book} room={lines} />,
  },
]

interface RespondentProps {
  project: string
  answer: Answer
  tabIndex: number
}

/** Who answered; one that is a case leads to it. */
function Respondent({ project, answer, tabIndex }: RespondentProps) {
  const name = answer.name || answer.key
  if (!answer.case) return <span className="cut">{name}</span>
  return (
    <Link className="cut" to="/p/$project/cases/$case" params={{ project, case: answer.case }} tabIndex={tabIndex}>
      {name}
    </Link>
  )
}

/** The codes of an answer, a line each; where there are more than lines, the last says how many. */
function Codes({ answer: { codes }, book, room }: { answer: Answer; book: Codebook; room: number }) {
  if (!codes.length) return null
  const all = [...new Set(codes.map(({ code }) => code))]
  const shown = all.length > room ? all.slice(0, room - 1) : all
  const names = all.map((id) => book.get(id)?.name ?? m.surveys_goneCode())
  return (
    <ul className="answer-codes" title={names.join('\n')}>
      {shown.map((id, i) => (
        <li key={id} className="row tight">
          <Thread color={book.get(id)?.color ?? 'oakgall'} />
          <span className="cut">{names[i]}</span>
        </li>
      ))}
      {all.length > shown.length ? (
        <li className="cap">{m.surveys_moreCodes({ n: all.length - shown.length })}</li>
      ) : null}
    </ul>
  )
}

/** The columns that sort by a name of their own; the others by the question that they show. */
const sortNames: Record<string, string> = { respondent: 'respondent', answer: 'answer' }

const keyOfSort = (name: string): string => (name === 'length' ? 'answer' : (sortNames[name] ?? `:${name}`))

/** The order of a query as the grid marks it. */
export const sortOf = (sort = ''): SortColumn[] =>
  sort ? [{ columnKey: keyOfSort(sort.replace(/^-/, '')), direction: sort.startsWith('-') ? 'DESC' : 'ASC' }] : []

export const sortedBy = ({ columnKey, direction }: SortColumn): string =>
  `${direction === 'DESC' ? '-' : ''}${sortNames[columnKey] ?? columnKey.slice(1)}`
