package app

import (
	"context"
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CopyRequest says which answers of a survey become values of cases.
type CopyRequest struct {
	Questions []CopyOf
	Replace   bool // values that differ give way
}

// CopyOf names a question and the variable of cases that takes its answers.
type CopyOf struct {
	Question string `json:"question" doc:"Name or id of a question"`
	Variable string `json:"variable,omitempty" doc:"Of cases; made when it isn't there. The name of the question when empty"`
}

// PreviewCopies says what copying answers to cases would change, and changes nothing.
func (a *App) PreviewCopies(ctx context.Context, by study.Actor, project, survey study.ID, c CopyRequest) ([]study.CopyReport, error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, err
	}
	r := a.store.Read(ctx)
	before, err := r.Survey(project, survey)
	if err != nil {
		return nil, err
	}
	_, _, told, err := c.plan(r, before, study.Stamp{Project: project, By: by.Account.ID, At: study.Now()})
	return told, err
}

// CopyAnswers makes answers values of the cases that respondents are tied to, as one action;
// newer tables of the survey bring them up to date from then on.
func (a *App) CopyAnswers(ctx context.Context, by study.Actor, project, survey study.ID, c CopyRequest) (told []study.CopyReport, entry study.Entry, err error) {
	if err := a.allow(ctx, by, project, study.MayImport); err != nil {
		return nil, entry, err
	}
	entry, err = a.act(ctx, by, project, "copied answers to cases", func(tx *store.Tx) error {
		before, err := tx.Survey(project, survey)
		if err != nil {
			return err
		}
		after, plan, said, err := c.plan(tx.Reader, before, study.Stamp{Project: project, By: by.Account.ID, At: tx.Now()})
		if err != nil {
			return err
		}
		told = said
		if err := setQuestions(tx, before, after); err != nil {
			return err
		}
		return writePlan(tx, plan)
	})
	return told, entry, err
}

// plan works out what changes: the questions as they are then, and the cases.
func (c CopyRequest) plan(r store.Reader, s study.Survey, by study.Stamp) (after study.Questions, plan study.CasePlan, told []study.CopyReport, err error) {
	after, chosen, err := c.chosen(s)
	if err != nil {
		return after, plan, nil, err
	}
	responses, err := r.Responses(by.Project, s.ID)
	if err != nil {
		return after, plan, nil, err
	}
	list, err := r.Cases(by.Project)
	if err != nil {
		return after, plan, nil, err
	}
	variables, err := r.Variables(by.Project)
	if err != nil {
		return after, plan, nil, err
	}
	plan, told, err = study.CopyAnswers(chosen, newAnswersOf(responses), casesByID(list), variables, c.Replace, by)
	return after, plan, told, err
}

// chosen finds the questions that are to be copied, and says it of them.
func (c CopyRequest) chosen(s study.Survey) (study.Questions, []study.AnswerCopy, error) {
	after, out := slices.Clone(s.Questions), []study.AnswerCopy(nil)
	if len(c.Questions) == 0 {
		return after, nil, study.FieldError("questions", "Choose the questions whose answers are to be copied.")
	}
	for _, one := range c.Questions {
		q, there := s.Question(one.Question)
		if !there {
			return after, nil, study.FieldError("questions", "There is no question “%s” in the survey.", study.Shorten(one.Question, 60))
		}
		at := slices.IndexFunc(after, func(other study.Question) bool { return other.ID == q.ID })
		after[at].CaseVariable = firstOf(one.Variable, q.Name)
		out = append(out, study.AnswerCopy{Question: q, Variable: after[at].CaseVariable})
	}
	s.Questions = after
	return after, out, s.Validate()
}

// newAnswersOf are responses whose answers are new to their cases.
func newAnswersOf(list []study.Response) []study.ResponseEdit {
	out := make([]study.ResponseEdit, len(list))
	for i, r := range list {
		out[i].After = r
	}
	return out
}

func casesByID(lists ...[]study.Case) map[study.ID]study.Case {
	out := map[study.ID]study.Case{}
	for _, list := range lists {
		for _, c := range list {
			out[c.ID] = c
		}
	}
	return out
}

// copied works out what cases get of the answers that a table brings: made are those that it
// makes, which come back with their values.
func copied(r store.Reader, s study.Survey, edits []study.ResponseEdit, made []study.Case, by study.Stamp) (plan study.CasePlan, told []study.CopyReport, err error) {
	if plan.Made = made; len(s.Copies()) == 0 {
		return plan, []study.CopyReport{}, nil
	}
	variables, err := r.Variables(by.Project)
	if err != nil {
		return plan, nil, err
	}
	ids := make([]study.ID, len(edits))
	for i, e := range edits {
		ids[i] = e.After.CaseID
	}
	there, err := r.CasesOf(by.Project, withoutCases(ids, made))
	if err != nil {
		return plan, nil, err
	}
	for _, c := range made {
		there[c.ID] = c
	}
	plan, told, err = study.CopyAnswers(s.Copies(), edits, there, variables, false, by)
	plan.Made, plan.Changed = valued(made, plan.Changed)
	return plan, told, err
}

func withoutCases(ids []study.ID, made []study.Case) []study.ID {
	left := make(map[study.ID]bool, len(made)+1)
	left[""] = true
	for _, c := range made {
		left[c.ID] = true
	}
	return slices.DeleteFunc(ids, func(id study.ID) bool { return left[id] })
}

// valued gives cases that are made the values they get, and the changes of those that were there.
func valued(made []study.Case, changes []study.CaseEdit) (with []study.Case, rest []study.CaseEdit) {
	at := make(map[study.ID]int, len(made))
	for i, c := range made {
		at[c.ID] = i
	}
	with = slices.Clone(made)
	for _, e := range changes {
		if i, is := at[e.After.ID]; is {
			with[i].Values = e.After.Values
		} else {
			rest = append(rest, e)
		}
	}
	return with, rest
}

// guessCopies keeps answers as variables of cases where one of the same name is there and takes
// them, for questions of which nobody has said anything.
func (p *surveyPlan) guessCopies(r store.Reader, guessed map[string]bool, by study.Stamp) error {
	if p.survey.CaseSort == "" || len(guessed) == 0 {
		return nil
	}
	variables, err := r.Variables(by.Project)
	if err != nil {
		return err
	}
	set, edits := study.NewVariableSet(variables), newAnswersOf(p.responses)
	for i, q := range p.survey.Questions {
		v, err := set.Named(q.Name)
		if err != nil || !guessed[q.ID] || !q.Copyable() || !v.Fits(p.survey.CaseSort) {
			continue
		}
		if _, _, err := study.CopyAnswers([]study.AnswerCopy{{Question: q, Variable: v.Name}}, edits, nil, variables, false, by); err == nil {
			p.survey.Questions[i].CaseVariable = v.Name
		}
	}
	return nil
}

// followVariable keeps questions with the variable of cases that takes their answers when it is
// called otherwise, or is no more.
func followVariable(tx *store.Tx, project study.ID, was, is string) error {
	surveys, err := tx.Surveys(project)
	if err != nil || was == is {
		return err
	}
	for _, s := range surveys {
		questions := slices.Clone(s.Questions)
		for i, q := range questions {
			if q.CaseVariable != "" && study.Fold(q.CaseVariable) == study.Fold(was) {
				questions[i].CaseVariable = is
			}
		}
		if err := setQuestions(tx, s, questions); err != nil {
			return err
		}
	}
	return nil
}

// setQuestions changes which variables take answers, if it is a change.
func setQuestions(tx *store.Tx, s study.Survey, questions study.Questions) error {
	same := func(a, b study.Question) bool { return a.CaseVariable == b.CaseVariable }
	if slices.EqualFunc(s.Questions, questions, same) {
		return nil
	}
	_, err := edit(tx, s, 0, func(after *study.Survey) error { after.Questions = questions; return nil })
	return err
}
