package web

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// codebookStep is one step of a reorganisation as it is sent.
type codebookStep struct {
	Code      study.ID     `json:"code" doc:"With create, a new UUID of the sender's choice, so that later steps can name it"`
	Version   int          `json:"version,omitempty" doc:"Version that was seen; a stale one is refused with the present state"`
	Create    bool         `json:"create,omitempty"`
	Name      *string      `json:"name,omitempty"`
	Parent    *study.ID    `json:"parent,omitempty" doc:"Empty to make it a root"`
	Position  *int         `json:"position,omitempty" doc:"Among its siblings, from 0"`
	Color     *study.Color `json:"color,omitempty"`
	Codable   *bool        `json:"codable,omitempty" doc:"False for a heading"`
	MergeInto study.ID     `json:"mergeInto,omitempty" doc:"The code that takes its codings, memos and child codes"`
	Remove    bool         `json:"remove,omitempty" doc:"With all under it"`
}

func (s codebookStep) read() app.Step {
	return app.Step{Code: s.Code, Seen: s.Version, Create: s.Create, MergeInto: s.MergeInto, Remove: s.Remove,
		Change: app.CodeChange{Name: s.Name, Parent: s.Parent, Position: s.Position, Color: s.Color, Codable: s.Codable}}
}

// reorganised says what a reorganisation did, or would do.
type reorganised struct {
	app.Effect
	Seq int64 `json:"seq" doc:"Journal number, 0 for a preview and when nothing changed"`
}

func (s *server) codebookRoutes() {
	type reorganisation struct {
		InProject
		Preview bool `query:"preview" doc:"Only say what would happen"`
		Body    struct {
			Steps []codebookStep `json:"steps"`
		}
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codes/reorganise", id: "reorganise-codes", summary: "Many changes of the codebook as one action, all or none", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *reorganisation) (*answer[reorganised], error) {
			steps := make([]app.Step, len(in.Body.Steps))
			for i, step := range in.Body.Steps {
				steps[i] = step.read()
			}
			effect, entry, err := s.app.Reorganise(ctx, by, in.id(), steps, in.Preview)
			return answered(reorganised{effect, entry.Seq}, err)
		})
	s.codebookImportRoute()
	for _, f := range publish.CodebookFormats {
		s.codebookExportRoute(f)
	}
}

func (s *server) codebookExportRoute(f publish.Format[publish.CodebookReport]) {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/codebook." + f.Extension, id: "export-codebook-" + f.Extension, summary: "The codebook as " + f.Name, permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *InProject) (*file, error) {
			report, err := s.app.CodebookReport(ctx, by, in.id())
			return exported(f, report, report.Project+" codebook", err)
		})
}

type codebookUpload struct {
	InProject
	Preview bool `query:"preview" doc:"Say what would change, and change nothing"`
	RawBody huma.MultipartFormFiles[struct {
		File    huma.FormFile `form:"file" required:"true" doc:".csv, .tsv or .xlsx with a row for each code, or .qdc of REFI-QDA"`
		Empty   string        `form:"empty" required:"false" doc:"keep: an empty cell leaves what stands there; else it takes it away"`
		Sheet   string        `form:"sheet" required:"false" doc:"Of a workbook; the first when empty"`
		Charset string        `form:"charset" required:"false"`
	}]
}

func (u *codebookUpload) read() (out app.CodebookUpload, err error) {
	form := u.RawBody.Data()
	if form.File.File == nil {
		return out, study.FieldError("file", "Choose a file.")
	}
	out = app.CodebookUpload{Name: form.File.Filename, Options: ingest.Options{Charset: form.Charset}, Sheet: ingest.SheetRule{Sheet: form.Sheet}, KeepEmpty: form.Empty == "keep"}
	out.Data, err = bytesOf(form.File)
	return out, err
}

type codebookImported struct {
	app.CodebookImport
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed and of a preview"`
}

func (s *server) codebookImportRoute() {
	handle(s, operation{method: "POST", path: "/api/projects/{project}/codebook", id: "import-codebook", summary: "Make and change codes by a codebook in a file", permission: study.MayCodes, tag: "code"},
		func(ctx context.Context, by study.Actor, in *codebookUpload) (*answer[codebookImported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			report, entry, err := s.app.ImportCodebook(ctx, by, in.id(), u, in.Preview)
			return answered(codebookImported{report, entry.Seq}, err)
		})
}
