import { StrandSelect } from '../../adding/StrandSelect'
import type { SurveyPreview } from '../../api/names'
import { Line } from '../../cases/Line'
import type { Definition } from '../../data/surveys'
import { SelectField } from '../../kit/fields'
import { m } from '../../paraglide/messages'
import { CodesField } from './CodesField'
import { reread } from './draft'
import { Labels } from './Labels'
import type { Table } from './useTable'

/** What is said of the table as a whole: how it is read, and what its rows and open answers become. */
export function Settings({ table, found }: { table: Table; found: SurveyPreview }) {
  const { definition, sheets } = found
  const set = (change: Definition) => table.say((draft) => ({ ...draft, settings: { ...draft.settings, ...change } }))
  const again = (change: Definition) => table.say((draft) => reread(draft, change))
  const { settings } = table.draft
  const columns = found.columns.map(({ column }) => ({ value: column, name: column }))
  const firm = settings.caseKind ?? definition.caseKind
  return (
    <details className="survey-settings" open>
      <summary>{m.surveys_settings()}</summary>
      <div className="case-values">
        <Line label={m.surveys_name()} text={settings.name ?? definition.name} may onKeep={(name) => set({ name })} />
        {sheets.length > 1 ? (
          <SelectField
            label={m.surveys_sheet()}
            value={definition.sheet}
            options={sheets.map((name) => ({ value: name, name }))}
            onChange={(sheet) => again({ sheet })}
          />
        ) : null}
        <Line
          label={m.surveys_header()}
          text={String(settings.header ?? definition.header)}
          may
          onKeep={(text) => /^\d{1,3}$/.test(text) && again({ header: Number(text) })}
        />
        <SelectField
          label={m.surveys_key()}
          value={settings.key ?? definition.key}
          options={[{ value: '', name: m.surveys_keyNone() }, ...columns]}
          onChange={(key) => set({ key })}
        />
        <SelectField
          label={m.surveys_nameColumn()}
          value={settings.nameColumn ?? definition.nameColumn}
          options={[{ value: '', name: m.surveys_nameNone() }, ...columns]}
          onChange={(nameColumn) => set({ nameColumn })}
        />
        <SelectField
          label={m.surveys_cases()}
          value={firm}
          options={[
            { value: '', name: m.surveys_casesNone() },
            { value: 'firm', name: m.surveys_casesFirms() },
            { value: 'person', name: m.surveys_casesPersons() },
          ]}
          onChange={(caseKind) => set({ caseKind: caseKind as Definition['caseKind'] })}
        />
        <div className="field">
          <span className="label">{m.surveys_strand()}</span>
          <StrandSelect
            label={m.surveys_strand()}
            value={settings.strand ?? definition.strand ?? ''}
            none={m.surveys_strandNone()}
            onChange={(strand) => set({ strand })}
          />
        </div>
        <CodesField codes={table.codes} onChoose={table.explain} />
        <Labels
          key={`${definition.sheet} ${table.codes?.name}`}
          found={found}
          file={table.codes !== undefined}
          onChange={(labels) => set({ labels })}
        />
      </div>
    </details>
  )
}
