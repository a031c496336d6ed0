package web

import (
	"context"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

type answersCopied struct {
	Items []study.CopyReport `json:"items" doc:"Of each question"`
	Seq   int64              `json:"seq" doc:"Journal number, 0 when nothing changed"`
}

func (s *server) answerCopyRoutes() {
	type copying struct {
		OneSurvey
		Body struct {
			Questions []app.CopyOf `json:"questions" maxItems:"1000"`
			Replace   bool         `json:"replace,omitempty" doc:"Values of cases that differ are replaced; else they are told and kept"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys/{survey}/copies/preview", id: "preview-copies", summary: "What copying answers to cases would change", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *copying) (*answer[answersCopied], error) {
			told, err := s.app.PreviewCopies(ctx, by, in.id(), in.survey(), app.CopyRequest{Questions: in.Body.Questions, Replace: in.Body.Replace})
			return answered(answersCopied{told, 0}, err)
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/surveys/{survey}/copies", id: "copy-answers", summary: "Make answers values of variables of cases", permission: study.MayImport, tag: "survey"},
		func(ctx context.Context, by study.Actor, in *copying) (*answer[answersCopied], error) {
			told, entry, err := s.app.CopyAnswers(ctx, by, in.id(), in.survey(), app.CopyRequest{Questions: in.Body.Questions, Replace: in.Body.Replace})
			return answered(answersCopied{told, entry.Seq}, err)
		})
}
