package web

import (
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

type OneSurvey struct {
	InProject
	Survey string `path:"survey" format:"uuid"`
}

func (o OneSurvey) survey() study.ID { return study.ID(o.Survey) }

// surveyForm is a table of answers with what is known about it.
type surveyForm struct {
	RawBody huma.MultipartFormFiles[struct {
		File       huma.FormFile `form:"file" required:"true" doc:".csv, .tsv or .xlsx"`
		Definition string        `form:"definition" required:"false" doc:"JSON: any part of a survey, and labels: {sheet, variable, value, label}; what is absent is guessed, and a question is known by its columns"`
		Codes      huma.FormFile `form:"codes" required:"false" doc:"A code list, .csv, .tsv or .xlsx: variable, value, label, missing"`
		Charset    string        `form:"charset" required:"false"`
		Password   string        `form:"password" required:"false"`
	}]
}

func (f *surveyForm) read() (out app.SurveyUpload, err error) {
	form := f.RawBody.Data()
	if form.File.File == nil {
		return out, study.FieldError("file", "Choose a file.")
	}
	out.Name, out.Options = form.File.Filename, ingest.Options{Charset: form.Charset, Password: form.Password}
	if form.Definition != "" {
		if err := json.Unmarshal([]byte(form.Definition), &out.SurveyDefinition); err != nil {
			return out, study.FieldError("definition", "The definition is not of the right form.")
		}
	}
	if form.Codes.File != nil {
		out.Codes.Name = form.Codes.Filename
		if out.Codes.Data, err = bytesOf(form.Codes); err != nil {
			return out, err
		}
	}
	out.Data, err = bytesOf(form.File)
	return out, err
}

type surveyImported struct {
	ID     study.ID         `json:"id"`
	Report app.SurveyReport `json:"report"`
	Seq    int64            `json:"seq" doc:"Journal number"`
}

type surveyDone struct {
	Survey app.SurveyView `json:"survey"`
	Seq    int64          `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

// surveyHead is a survey as a list shows it.
type surveyHead struct {
	app.SurveyView
	Questions int `json:"questions"`
	Scales    int `json:"scales"`
}

func (s *server) surveyRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/surveys", id: "list-surveys", summary: "Surveys, those brought last at the head", permission: study.MayRead, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[surveyHead]], error) {
			list, err := s.app.Surveys(ctx, by, in.id())
			heads := make([]surveyHead, len(list))
			for i, one := range list {
				heads[i] = surveyHead{one, len(one.Survey.Questions), len(one.Survey.Scales)}
			}
			return listed(heads, err)
		})
	type surveyUpload struct {
		InProject
		surveyForm
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys/preview", id: "preview-survey", summary: "What a survey's table would become", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *surveyUpload) (*answer[app.SurveyPreview], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			return answered(s.app.PreviewSurvey(ctx, by, in.id(), u))
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys", id: "import-survey", summary: "Make a survey of a table", permission: study.MayImport, tag: "survey", status: 201},
		func(ctx context.Context, by study.Actor, in *surveyUpload) (*answer[surveyImported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			made, report, entry, err := s.app.ImportSurvey(ctx, by, in.id(), u)
			return answered(surveyImported{made.ID, report, entry.Seq}, err)
		})
	s.surveyChanges()
	s.answerCopyRoutes()
	s.responseRoutes()
}

func (s *server) surveyChanges() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/surveys/{survey}", id: "get-survey", summary: "One survey with its questions and scales", permission: study.MayRead, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *OneSurvey) (*answer[app.SurveyView], error) {
			return answered(s.app.Survey(ctx, by, in.id(), in.survey()))
		})
	type surveyChange struct {
		OneSurvey
		IfMatch
		Body struct {
			Name      *string              `json:"name,omitempty"`
			Weight    *string              `json:"weight,omitempty" doc:"Name of a number question; an empty one takes it away"`
			Least     *int                 `json:"least,omitempty"`
			Scales    *study.Scales        `json:"scales,omitempty" doc:"All of them; one without an id is new"`
			Questions []app.QuestionChange `json:"questions,omitempty" doc:"Those that change"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/surveys/{survey}", id: "change-survey", summary: "Change a survey, its questions and scales", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *surveyChange) (*answer[surveyDone], error) {
			b := in.Body
			view, entry, err := s.app.ChangeSurvey(ctx, by, in.id(), in.survey(), in.seen(), app.SurveyChange{Name: b.Name, Weight: b.Weight, Least: b.Least, Scales: b.Scales, Questions: b.Questions})
			return answered(surveyDone{view, entry.Seq}, err)
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/surveys/{survey}", id: "remove-survey", summary: "Delete a survey with its responses and open answers", permission: study.MayManage, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *OneSurvey) (*answer[done], error) {
			return entered(s.app.RemoveSurvey(ctx, by, in.id(), in.survey()))
		})
}
