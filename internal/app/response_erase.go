package app

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// respondents adds, to speakers who are to be erased, those who speak the other answers of the
// same respondents, and takes what these wrote out of their responses. Choices and figures stay.
func (e *erasing) respondents(speakers study.IDs) (study.IDs, error) {
	surveys, err := e.Surveys(e.project)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(speakers)
	for _, s := range surveys {
		list, err := e.Responses(e.project, s.ID)
		if err != nil {
			return nil, err
		}
		for _, r := range list {
			if !speaks(r, speakers) {
				continue
			}
			if err := e.response(s, r); err != nil {
				return nil, err
			}
			for _, id := range r.Speakers {
				out = append(out, study.ID(id))
			}
		}
	}
	return out.Distinct(), nil
}

func speaks(r study.Response, speakers study.IDs) bool {
	for _, id := range r.Speakers {
		if slices.Contains(speakers, study.ID(id)) {
			return true
		}
	}
	return false
}

func (e *erasing) response(s study.Survey, before study.Response) error {
	_, err := edit(e.Tx, before, 0, func(after *study.Response) error {
		if after.Name != "" {
			e.name(after.Name)
			e.keep(after.Name)
			after.Name = study.ErasedMark
		}
		for _, q := range s.Questions {
			if value := before.Value(q); value != "" && (q.Sort == study.AskOpen || q.Sort == study.AskText) {
				e.keep(value)
				after.Values = after.Values.With(q.ID, study.ErasedMark)
			}
		}
		return nil
	})
	return err
}

// answers takes what was answered to an open question out of all responses, when the source
// that its answers are is erased whole.
func (e *erasing) answers(source study.ID) error {
	s, found, err := surveyOf(e.Reader, e.project, source)
	if err != nil || !found {
		return err
	}
	at := slices.IndexFunc(s.Questions, func(q study.Question) bool { return q.SourceID == source })
	id := s.Questions[at].ID
	_, err = edit(e.Tx, s, 0, func(after *study.Survey) error {
		after.Questions = slices.Clone(after.Questions)
		after.Questions[at].SourceID, after.Questions[at].Sort, after.Questions[at].Missing = "", study.AskNothing, nil
		return nil
	})
	if err != nil {
		return err
	}
	list, err := e.Responses(e.project, s.ID)
	if err != nil {
		return err
	}
	var edits []study.ResponseEdit
	for _, r := range list {
		if r.Values[id] == "" {
			continue
		}
		e.keep(r.Values[id])
		after := r
		after.Values, after.Speakers = r.Values.With(id, ""), r.Speakers.With(id, "")
		after.Version++
		edits = append(edits, study.ResponseEdit{Before: r, After: after})
	}
	return setResponses(e.Tx, edits)
}

// keep has a text struck from the journal where it stands alone, however short it is.
func (e *erasing) keep(text string) {
	if e.alone == nil {
		e.alone = map[string]bool{}
	}
	e.alone[text] = true
}

// journal gives what is struck from the journal.
func (e *erasing) journal() func(string) string {
	strike := e.erased().Strike
	return func(text string) string {
		if e.alone[text] {
			return study.ErasedMark
		}
		return strike(text)
	}
}
