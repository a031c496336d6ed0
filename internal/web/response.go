package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// Narrowed is a part of those who answered.
type Narrowed struct {
	Where []string `query:"where,explode" doc:"Such as Q7=Male, employees>=10, district= for those without: of questions or variables of cases. Several of one with = widen, all else narrows"`
}

type responsesImported struct {
	Report app.ResponsesReport `json:"report"`
	Seq    int64               `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func (s *server) responseRoutes() {
	type responsesUpload struct {
		OneSurvey
		surveyForm
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys/{survey}/responses/preview", id: "preview-responses", summary: "What a newer table would change", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *responsesUpload) (*answer[responsesImported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			report, err := s.app.PreviewResponses(ctx, by, in.id(), in.survey(), u)
			return answered(responsesImported{report, 0}, err)
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys/{survey}/responses", id: "import-responses", summary: "Bring a newer table, by keys", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *responsesUpload) (*answer[responsesImported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			report, entry, err := s.app.ImportResponses(ctx, by, in.id(), in.survey(), u)
			return answered(responsesImported{report, entry.Seq}, err)
		})
	s.responseLists()
}

func (s *server) responseLists() {
	type responseList struct {
		OneSurvey
		Narrowed
		Q      string `query:"q" doc:"Words that all stand in name, key, texts or options, whatever their case"`
		Sort   string `query:"sort" doc:"name, key, a question or a variable; with - before it the other way round; the order of the table when empty"`
		Limit  int    `query:"limit" default:"100" minimum:"1" maximum:"1000"`
		Cursor string `query:"cursor" doc:"The next of the part before"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/surveys/{survey}/responses", id: "list-responses", summary: "What was answered, by respondent", permission: study.MayRead, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *responseList) (*answer[page[app.ResponseView]], error) {
			found, err := s.app.Responses(ctx, by, in.id(), in.survey(), study.CaseQuery{Text: in.Q, Where: given(in.Where), Sort: in.Sort}, in.Cursor, in.Limit)
			return answered(page[app.ResponseView]{Items: found.Items, Next: found.Next, Total: found.Total}, err)
		})
	type responseTie struct {
		OneSurvey
		Response string `path:"response" format:"uuid"`
		Body     struct {
			Case study.ID `json:"case" doc:"Whose answers these are; an empty one takes them off"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/surveys/{survey}/responses/{response}", id: "tie-response", summary: "Say whose answers these are", permission: study.MayCode, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *responseTie) (*answer[done], error) {
			return entered(s.app.TieResponse(ctx, by, in.id(), in.survey(), study.ID(in.Response), in.Body.Case))
		})
	type answerList struct {
		OneSurvey
		Narrowed
		Question string   `query:"question" doc:"Name of an open question; the first when empty"`
		Q        string   `query:"q" doc:"Words that all stand in the answer, whatever their case"`
		Code     string   `query:"code" doc:"Coded with it, or with a code under it"`
		Coded    string   `query:"coded" doc:"yes, no; either when empty"`
		Sort     string   `query:"sort" doc:"answer, length, respondent, key, a question or a variable; with - before it the other way round; the order of the text when empty"`
		Show     []string `query:"show,explode" doc:"Questions and variables whose values are given too"`
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/surveys/{survey}/answers", id: "list-answers", summary: "What was answered in words to a question, with codes", permission: study.MayRead, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *answerList) (*answer[app.Answers], error) {
			code, err := optionalID(in.Code)
			if err != nil {
				return nil, err
			}
			return answered(s.app.Answers(ctx, by, in.id(), in.survey(), app.AnswerQuery{Question: in.Question, Text: in.Q, CaseQuery: study.CaseQuery{Where: given(in.Where), Sort: in.Sort}, Code: code, Coded: in.Coded, Show: given(in.Show)}))
		})
}
