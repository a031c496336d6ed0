package app

import (
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SurveyUpload is a survey's table on its way in. The file is not kept. What the definition
// leaves open is guessed.
type SurveyUpload struct {
	Name    string
	Data    []byte
	Options ingest.Options
	Codes   CodesUpload
	SurveyDefinition
}

// SurveyDefinition says how a table is read; nil leaves a guess.
type SurveyDefinition struct {
	Name       *string          `json:"name,omitempty"`
	Sheet      *string          `json:"sheet,omitempty"`
	Header     *int             `json:"header,omitempty"`
	KeyColumn  *string          `json:"key,omitempty"`
	CallColumn *string          `json:"nameColumn,omitempty"`
	CaseSort   *string          `json:"caseKind,omitempty"`
	Weight     *string          `json:"weight,omitempty"`
	Least      *int             `json:"least,omitempty"`
	Strand     *study.ID        `json:"strand,omitempty"`
	Language   *string          `json:"language,omitempty"`
	Labels     *CodeList        `json:"labels,omitempty"`
	Questions  *study.Questions `json:"questions,omitempty"`
	Scales     *study.Scales    `json:"scales,omitempty"`
}

// surveyIn is a survey's table as it was read, names replaced.
type surveyIn struct {
	survey study.Survey
	table  study.Table
	found  []study.ColumnFound
	labels *CodeList
	sheets []string
	notes  []string
	unsaid map[string]bool // questions of which nobody said anything, by id
}

// readSurvey reads a table. Names that have a pseudonym are replaced before anything is made
// of its cells.
func (a *App) readSurvey(ctx context.Context, r store.Reader, project study.ID, u SurveyUpload) (in surveyIn, err error) {
	d := u.SurveyDefinition
	book, err := a.readWorkbook(ctx, u.Name, u.Data, u.Options)
	if err != nil {
		return in, err
	}
	sheet, err := book.Sheet(ingest.SheetRule{Sheet: value(d.Sheet), Header: d.Header})
	if err != nil {
		return in, err
	}
	if in.table, err = renamed(r, project, tableOf(sheet)); err != nil {
		return in, err
	}
	in.sheets, in.notes = book.Names(), sheet.Notes
	labels, err := []study.CodeLabel(nil), error(nil)
	if in.labels, labels, err = a.codeList(ctx, r, project, u, book, sheet.Name); err != nil {
		return in, err
	}
	in.survey = study.GuessSurvey(in.table, u.Name)
	d.applyTo(&in.survey)
	in.survey.Sheet, in.survey.Header = sheet.Name, sheet.Header
	said := in.survey.Questions
	in.survey.Questions, in.found = study.GuessQuestions(in.table, labels, said)
	in.unsaid = unsaid(in.survey.Questions, said)
	return in, in.survey.Validate()
}

func unsaid(all, said study.Questions) map[string]bool {
	known, out := map[string]bool{}, map[string]bool{}
	for _, q := range said {
		known[strings.Join(q.Columns, "\n")] = true
	}
	for _, q := range all {
		if !known[strings.Join(q.Columns, "\n")] {
			out[q.ID] = true
		}
	}
	return out
}

// rule says where the responses stand in a newer table: as in the last one, unless it is said.
func (d SurveyDefinition) rule(s study.Survey) ingest.SheetRule {
	rule := ingest.SheetRule{Sheet: s.Sheet, Header: &s.Header}
	set(&rule.Sheet, d.Sheet)
	if d.Header != nil {
		rule.Header = d.Header
	}
	return rule
}

func value[V any](given *V) (v V) {
	if given != nil {
		v = *given
	}
	return v
}

func (d SurveyDefinition) applyTo(s *study.Survey) {
	set(&s.Name, d.Name)
	set(&s.KeyColumn, d.KeyColumn)
	set(&s.CallColumn, d.CallColumn)
	set(&s.CaseSort, d.CaseSort)
	set(&s.Weight, d.Weight)
	set(&s.Least, d.Least)
	set(&s.StrandID, d.Strand)
	set(&s.Language, d.Language)
	set(&s.Questions, d.Questions)
	set(&s.Scales, d.Scales)
	s.Questions = slices.Clone(s.Questions)
	for i := range s.Questions {
		s.Questions[i].SourceID = "" // of another survey, if any: this one's come with its answers
	}
	for i := range s.Scales {
		if s.Scales[i].ID == "" {
			s.Scales[i].ID = study.SlotOf(study.NewID())
		}
	}
	if s.KeyColumn == "" && d.CaseSort == nil {
		s.CaseSort = ""
	}
}

func (a *App) readWorkbook(ctx context.Context, name string, data []byte, options ingest.Options) (ingest.Workbook, error) {
	select {
	case a.imports <- struct{}{}:
		defer func() { <-a.imports }()
	case <-ctx.Done():
		return ingest.Workbook{}, ctx.Err()
	}
	return ingest.ReadWorkbook(ctx, name, data, options)
}

func tableOf(sheet ingest.Sheet) study.Table {
	return study.Table{Columns: sheet.Columns, Heads: sheet.Heads, Rows: sheet.Rows, First: sheet.Header + 1}
}

// renamed replaces names that have a pseudonym in every cell of a table.
func renamed(r store.Reader, project study.ID, t study.Table) (study.Table, error) {
	list, err := r.Pseudonyms(project)
	if err != nil || len(list) == 0 {
		return t, err
	}
	naming, said := study.NewNaming(list), map[string]string{}
	for _, rows := range [][][]string{t.Heads, t.Rows, {t.Columns}} {
		for _, row := range rows {
			for i, text := range row {
				now, known := said[text]
				if !known {
					now = naming.Replace(text)
					said[text] = now
				}
				row[i] = now
			}
		}
	}
	return t, nil
}
