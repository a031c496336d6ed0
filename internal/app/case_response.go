package app

import (
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// CaseResponse is what a case answered in a survey.
type CaseResponse struct {
	Survey     study.ID     `json:"survey"`
	SurveyName string       `json:"surveyName"`
	Response   study.ID     `json:"response"`
	KeyText    string       `json:"key"`
	Answers    []CaseAnswer `json:"answers" doc:"In the order of the questions"`
}

// CaseAnswer is one of the answers of a case.
type CaseAnswer struct {
	Question string   `json:"question" doc:"Its name"`
	Label    string   `json:"label" doc:"Its words; may be empty"`
	Text     string   `json:"text" doc:"Options by their labels"`
	Missing  bool     `json:"missing,omitempty" doc:"It counts as missing"`
	Source   study.ID `json:"source,omitempty" doc:"Of an open answer: the source that it stands in"`
}

func responsesOf(r store.Reader, c study.Case) ([]CaseResponse, error) {
	list, err := r.ResponsesOf(c.ProjectID, c.ID)
	if err != nil {
		return nil, err
	}
	out := []CaseResponse{}
	for _, one := range list {
		s, err := r.Survey(c.ProjectID, one.SurveyID)
		if err != nil {
			return nil, err
		}
		out = append(out, CaseResponse{s.ID, s.Name, one.ID, one.KeyText, answersOf(s, one)})
	}
	return out, nil
}

func answersOf(s study.Survey, r study.Response) []CaseAnswer {
	out := []CaseAnswer{}
	for _, q := range s.Questions {
		if value := r.Value(q); value != "" {
			v := q.Variable()
			out = append(out, CaseAnswer{Question: q.Name, Label: q.Label, Text: v.Text(value), Missing: v.IsMissing(value), Source: q.SourceID})
		}
	}
	return out
}
