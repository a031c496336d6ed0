package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SurveyView is a survey with the size of it.
type SurveyView struct {
	study.Survey
	Respondents int `json:"respondents"`
	OpenAnswers int `json:"openAnswers" doc:"Answers in words, of all open questions"`
}

// Surveys lists the surveys of a project, those brought last at the head.
func (a *App) Surveys(ctx context.Context, by study.Actor, project study.ID) ([]SurveyView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	list, err := r.Surveys(project)
	if err != nil {
		return nil, err
	}
	return viewSurveys(r, project, list)
}

// Survey gives one survey. Whoever opens it asks for its tables next, so what they are made of is
// read beside.
func (a *App) Survey(ctx context.Context, by study.Actor, project, id study.ID) (SurveyView, error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return SurveyView{}, err
	}
	r := a.store.Read(ctx)
	s, err := r.Survey(project, id)
	if err != nil {
		return SurveyView{}, err
	}
	a.ahead.Go(func() { a.readAhead(context.WithoutCancel(ctx), project, id) })
	return viewSurvey(r, s)
}

// ReadAhead reads what the tables of the largest surveys are made of, so that the first of them
// after a start is not slower than those that follow. It takes a tenth of a second for thousands of
// responses, and ends early with the context.
func (a *App) ReadAhead(ctx context.Context) error {
	list, err := a.store.Read(ctx).LargestSurveys(maxKeptAnswers)
	for _, s := range slices.Backward(list) { // the largest stays, whatever is let go of
		if err == nil {
			_, err = a.answers.read(a.store.Read(ctx), s.ProjectID, s.ID)
		}
	}
	return err
}

// readAfter ends an action that changed thousands of responses with reading them, so that the first
// table that is asked for need not.
func (a *App) readAfter(ctx context.Context, e study.Entry) {
	kind := study.Response{}.Kind()
	if !slices.ContainsFunc(e.Aside, func(many study.Aside) bool { return many.Kind == kind }) {
		return
	}
	list, err := a.store.Read(ctx).Surveys(e.ProjectID)
	if err != nil {
		return // whoever asks for a table is told
	}
	for _, s := range list[:min(len(list), maxKeptAnswers)] {
		a.readAhead(ctx, e.ProjectID, s.ID)
	}
}

// readAhead reads what the tables of a survey are made of, which thousands of responses make slow.
// What goes wrong is told to whoever asks for a table: it is read again then.
func (a *App) readAhead(ctx context.Context, project, survey study.ID) {
	_, _ = a.answers.read(a.store.Read(ctx), project, survey)
}

func viewSurvey(r store.Reader, s study.Survey) (SurveyView, error) {
	list, err := viewSurveys(r, s.ProjectID, []study.Survey{s})
	if err != nil {
		return SurveyView{}, err
	}
	return list[0], nil
}

func viewSurveys(r store.Reader, project study.ID, list []study.Survey) ([]SurveyView, error) {
	counts, err := r.CountResponses(project)
	if err != nil {
		return nil, err
	}
	sources, err := r.Sources(project, "")
	if err != nil {
		return nil, err
	}
	turns := make(map[study.ID]int, len(sources))
	for _, s := range sources {
		turns[s.ID] = s.Turns
	}
	out := make([]SurveyView, len(list))
	for i, s := range list {
		out[i] = SurveyView{Survey: s, Respondents: counts[s.ID]}
		for _, q := range s.Open() {
			out[i].OpenAnswers += turns[q.SourceID]
		}
	}
	return out, nil
}

// SurveyChange is what can be changed about a survey; nil leaves a field.
type SurveyChange struct {
	Name, Weight *string
	Least        *int
	Scales       *study.Scales
	Questions    []QuestionChange
}

// QuestionChange is what can be changed about a question; nil leaves a field.
type QuestionChange struct {
	ID       string               `json:"id"`
	Name     *string              `json:"name,omitempty"`
	Label    *string              `json:"label,omitempty"`
	Sort     *string              `json:"kind,omitempty" enum:"single,multiple,scale,number,date,text,ignore" doc:"Answers that don't fit it are refused"`
	Unit     *string              `json:"unit,omitempty"`
	Options  *study.Options       `json:"options,omitempty"`
	Renames  []study.OptionRename `json:"renames,omitempty" doc:"Options whose value is another: answers follow, and two that become the same are joined. Before options, which then have the new values"`
	Missing  *study.Texts         `json:"missing,omitempty"`
	Reversed *bool                `json:"reversed,omitempty"`

	CaseVariable *string `json:"caseVariable,omitempty" doc:"Name of the variable of cases that newer answers are copied to; an empty one stops it. Values of cases stay as they are"`
}

// ChangeSurvey changes a survey and its questions as one action. Seen is the version that was
// seen, or 0. Responses are converted where the kind of a question changes.
func (a *App) ChangeSurvey(ctx context.Context, by study.Actor, project, id study.ID, seen int, c SurveyChange) (view SurveyView, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return view, entry, err
	}
	entry, err = a.act(ctx, by, project, "changed a survey", func(tx *store.Tx) error {
		before, err := tx.Survey(project, id)
		if err != nil {
			return err
		}
		after, err := edit(tx, before, seen, func(after *study.Survey) error { return c.applyTo(after) })
		if err != nil {
			return err
		}
		if err := convertResponses(tx, before, after, c.Questions); err != nil {
			return err
		}
		view, err = viewSurvey(tx.Reader, after)
		return err
	})
	return view, entry, err
}

func (c SurveyChange) applyTo(after *study.Survey) error {
	set(&after.Name, c.Name)
	set(&after.Weight, c.Weight)
	set(&after.Least, c.Least)
	set(&after.Scales, c.Scales)
	after.Questions, after.Scales = slices.Clone(after.Questions), slices.Clone(after.Scales)
	for i := range after.Scales {
		if after.Scales[i].ID == "" {
			after.Scales[i].ID = study.SlotOf(study.NewID())
		}
	}
	for _, change := range c.Questions {
		i := slices.IndexFunc(after.Questions, func(q study.Question) bool { return q.ID == change.ID })
		if i < 0 {
			return study.FieldError("questions", "There is no question “%s” in the survey.", study.Shorten(change.ID, 60))
		}
		if err := change.applyTo(after, i); err != nil {
			return err
		}
	}
	return after.Validate()
}

func (c QuestionChange) applyTo(s *study.Survey, at int) error {
	q := &s.Questions[at]
	was := *q
	set(&q.Name, c.Name)
	set(&q.Label, c.Label)
	renamed, err := q.WithRenamed(c.Renames)
	if err != nil {
		return err
	}
	*q = renamed
	set(&q.Sort, c.Sort)
	set(&q.Unit, c.Unit)
	set(&q.Options, c.Options)
	set(&q.Missing, c.Missing)
	set(&q.Reversed, c.Reversed)
	set(&q.CaseVariable, c.CaseVariable)
	if q.Sort != was.Sort && (was.Sort == study.AskOpen || q.Sort == study.AskOpen || was.Sort == study.AskNothing || q.Sort == study.AskNothing || was.Spread()) {
		return study.FieldError("questions", "“%s” can't change its kind from %s to %s: bring the table anew as another survey.", was.Name, was.Sort, q.Sort)
	}
	if !q.Listed() {
		q.Options = nil
	}
	if q.Sort != study.AskScale {
		q.Reversed = false
	}
	s.Rename(was.Name, q.Name)
	return nil
}

// convertResponses reads the answers to questions anew whose kind or options changed.
func convertResponses(tx *store.Tx, before, after study.Survey, changes []QuestionChange) error {
	changed := after.Reading(before)
	if len(changed) == 0 {
		return nil
	}
	for i, c := range changed {
		for _, change := range changes {
			if change.ID == c.Before.ID {
				changed[i].Renames = change.Renames
			}
		}
	}
	list, err := tx.Responses(before.ProjectID, before.ID)
	if err != nil {
		return err
	}
	edits, err := study.ConvertResponses(list, changed)
	if err != nil {
		return err
	}
	return setResponses(tx, edits)
}

func setResponses(tx *store.Tx, edits []study.ResponseEdit) error {
	before, after := make([]study.Record, len(edits)), make([]study.Record, len(edits))
	for i, e := range edits {
		before[i], after[i] = e.Before, e.After
	}
	return tx.SetAll(before, after)
}

// RemoveSurvey deletes a survey with its responses and what was answered in words, as one
// action that can be undone. Cases stay.
func (a *App) RemoveSurvey(ctx context.Context, by study.Actor, project, id study.ID) (study.Entry, error) {
	if err := a.allow(ctx, by, project, study.MayManage); err != nil {
		return study.Entry{}, err
	}
	return a.act(ctx, by, project, "deleted a survey", func(tx *store.Tx) error {
		s, err := tx.Survey(project, id)
		if err != nil {
			return err
		}
		responses, err := tx.Responses(project, id)
		if err != nil {
			return err
		}
		if err := tx.RemoveAll(records(responses)); err != nil {
			return err
		}
		if err := tx.Remove(s); err != nil {
			return err
		}
		for _, q := range s.Open() {
			source, err := tx.Source(project, q.SourceID)
			if err != nil {
				return err
			}
			if err := removeSource(tx, source); err != nil {
				return err
			}
		}
		return nil
	})
}

// surveyOf finds the survey whose answers a source holds, if one.
func surveyOf(r store.Reader, project, source study.ID) (study.Survey, bool, error) {
	list, err := r.Surveys(project)
	for _, s := range list {
		if slices.ContainsFunc(s.Questions, func(q study.Question) bool { return q.SourceID == source }) {
			return s, true, err
		}
	}
	return study.Survey{}, false, err
}
