package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// AnswerQuery narrows and orders what was answered in words to a question.
type AnswerQuery struct {
	Question string
	Text     string // words that all stand in the answer, whatever their case
	study.CaseQuery
	Code  study.ID // coded with it, or with a code under it
	Coded string   // yes, no; either when empty
	Show  []string // names of questions and variables whose values are given too
}

// AnswerView is what one answered in words, with its place in the source.
type AnswerView struct {
	Response study.ID `json:"response"`
	KeyText  string   `json:"key"`
	Name     string   `json:"name"`
	CaseID   study.ID `json:"case,omitempty"`
	Turn     int      `json:"turn" doc:"Index of the first turn"`
	study.Range
	Text   string         `json:"text"`
	Codes  []AnswerCode   `json:"codes" doc:"Codings that reach into it, in text order"`
	Values map[string]any `json:"values" doc:"Of what was to be shown, by name"`
}

// AnswerCode is a coding of an answer.
type AnswerCode struct {
	Coding study.ID `json:"coding"`
	Code   study.ID `json:"code"`
	Coder  study.ID `json:"coder"`
}

// Answers are those that a query lets through.
type Answers struct {
	Source   study.ID     `json:"source"`
	Revision int          `json:"revision" doc:"That the places count in"`
	Items    []AnswerView `json:"items"`
	Total    int          `json:"total" doc:"All answers to the question"`
}

// mostAnswers are given at once.
const mostAnswers = 20_000

// Answers gives what was answered in words to a question, with its codes.
func (a *App) Answers(ctx context.Context, by study.Actor, project, survey study.ID, q AnswerQuery) (out Answers, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	all, err := a.respondents(r, project, survey)
	if err != nil {
		return out, err
	}
	question, err := all.openQuestion(q.Question)
	if err != nil {
		return out, err
	}
	source, err := r.Source(project, question.SourceID)
	if err != nil {
		return out, err
	}
	out.Source, out.Revision, out.Items = source.ID, source.Revision, []AnswerView{}
	said, err := a.said(r, source)
	if err != nil {
		return out, err
	}
	out.Total = len(said)
	picked, err := all.answering(q)
	if err != nil {
		return out, err
	}
	lets, err := q.sieve(r, project)
	if err != nil {
		return out, err
	}
	shown, err := all.shown(q.Show)
	if err != nil {
		return out, err
	}
	for _, row := range picked {
		one := all.responses[row.ID]
		view, answered := said[study.ID(one.Speakers[question.ID])]
		if !answered || !lets(view) || len(out.Items) == mostAnswers {
			continue
		}
		view.Response, view.KeyText, view.Name, view.CaseID, view.Values = one.ID, one.KeyText, one.Name, one.CaseID, shown.JSON(row)
		out.Items = append(out.Items, view)
	}
	q.order(out.Items)
	return out, nil
}

// openQuestion finds an open question that somebody answered; the first when it has no name.
func (l *respondents) openQuestion(name string) (study.Question, error) {
	for _, q := range l.survey.Open() {
		if q.SourceID != "" && (name == "" || study.Fold(name) == study.Fold(q.Name)) {
			return q, nil
		}
	}
	return study.Question{}, study.FieldError("question", "“%s” is no open question of the survey that somebody answered.", study.Shorten(name, 60))
}

// said gives what each speaker of a source says, with its codings.
func (a *App) said(r store.Reader, source study.Source) (map[study.ID]AnswerView, error) {
	content, err := r.Content(source)
	if err != nil {
		return nil, err
	}
	coded, _, err := a.coded.read(r, source.ProjectID)
	if err != nil {
		return nil, err
	}
	out := make(map[study.ID]AnswerView, len(content.Turns))
	for _, t := range content.Turns {
		if t.Speaker == "" {
			continue
		}
		v, again := out[t.Speaker]
		if !again {
			v = AnswerView{Turn: t.Index, Range: t.Range, Codes: []AnswerCode{}}
		}
		v.Range = v.Around(t.Range)
		out[t.Speaker] = v
	}
	for _, c := range coded {
		if c.SourceID != source.ID {
			continue
		}
		for _, t := range study.TurnsIn(content.Turns, c.Range) {
			v := out[t.Speaker]
			if t.Speaker != "" && !slices.ContainsFunc(v.Codes, func(k AnswerCode) bool { return k.Coding == c.ID }) {
				v.Codes = append(v.Codes, AnswerCode{c.ID, c.CodeID, c.CoderID})
				out[t.Speaker] = v
			}
		}
	}
	for id, v := range out {
		v.Text = content.Slice(v.Range)
		out[id] = v
	}
	return out, nil
}

// answering narrows and sorts the respondents; what concerns the answers themselves comes after.
func (l *respondents) answering(q AnswerQuery) ([]study.Case, error) {
	switch strings.TrimPrefix(q.Sort, "-") {
	case "answer", "length":
		q.Sort = ""
	case "respondent":
		q.Sort = strings.Replace(q.Sort, "respondent", "name", 1)
	}
	return l.pick(q.CaseQuery)
}

// shown are the variables whose values are given.
func (l *respondents) shown(names []string) (*study.VariableSet, error) {
	var list []study.Variable
	for _, name := range names {
		v, err := l.variables.Named(name)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return study.NewVariableSet(list), nil
}

func (q AnswerQuery) sieve(r store.Reader, project study.ID) (func(AnswerView) bool, error) {
	codes := map[study.ID]bool{}
	if q.Code != "" {
		book, err := codebook(r, project)
		if err != nil {
			return nil, err
		}
		for _, id := range book.WithDescendants(q.Code) {
			codes[id] = true
		}
	}
	words := strings.Fields(strings.ToLower(q.Text))
	return func(v AnswerView) bool {
		text := strings.ToLower(v.Text)
		return (q.Code == "" || slices.ContainsFunc(v.Codes, func(c AnswerCode) bool { return codes[c.Code] })) &&
			(q.Coded != "yes" || len(v.Codes) > 0) && (q.Coded != "no" || len(v.Codes) == 0) &&
			!slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	}, nil
}

// order sorts by the answers themselves, when that is asked for; by their place without any order.
func (q AnswerQuery) order(list []AnswerView) {
	by, down := strings.CutPrefix(q.Sort, "-")
	var less func(a, b AnswerView) int
	switch by {
	case "":
		less = func(a, b AnswerView) int { return a.Start - b.Start }
	case "answer":
		less = func(a, b AnswerView) int { return cmp.Compare(study.Fold(a.Text), study.Fold(b.Text)) }
	case "length":
		less = func(a, b AnswerView) int { return a.Len() - b.Len() }
	default:
		return
	}
	slices.SortStableFunc(list, func(a, b AnswerView) int {
		if down {
			return less(b, a)
		}
		return less(a, b)
	})
}
