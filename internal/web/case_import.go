package web

import (
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

type caseUpload struct {
	InProject
	Preview bool `query:"preview" doc:"Say what would change, and change nothing"`
	RawBody huma.MultipartFormFiles[struct {
		File     huma.FormFile `form:"file" required:"true" doc:".csv, .tsv or .xlsx"`
		Key      string        `form:"key" required:"false" doc:"Name of the column that cases are known by; a preview guesses one"`
		Name     string        `form:"name" required:"false" doc:"Name of the column of their names; a column called name, or the key, when empty"`
		Firm     string        `form:"firm" required:"false" doc:"Name of the column of the firms, by key or name, that persons belong to; of new persons a column called firm, when empty"`
		Kind     string        `form:"kind" required:"false" doc:"Of new cases: firm or person; a firm when empty"`
		Mapping  string        `form:"mapping" required:"false" doc:"JSON: columns to variables by name; an empty one leaves a column out"`
		Kinds    string        `form:"kinds" required:"false" doc:"JSON: columns to kinds of new variables; else they are guessed"`
		Empty    string        `form:"empty" required:"false" doc:"keep: an empty cell leaves a value as it is; else it takes it away"`
		Sheet    string        `form:"sheet" required:"false" doc:"Of a workbook; the first when empty"`
		Header   string        `form:"header" required:"false" doc:"Rows before the first that holds data; else guessed"`
		Charset  string        `form:"charset" required:"false"`
		Password string        `form:"password" required:"false"`
	}]
}

func (u *caseUpload) read() (out app.CaseUpload, err error) {
	form := u.RawBody.Data()
	if form.File.File == nil {
		return out, study.FieldError("file", "Choose a file.")
	}
	if form.Key == "" && !u.Preview {
		return out, study.FieldError("key", "Name the column that cases are known by.")
	}
	out = app.CaseUpload{Name: form.File.Filename, Options: ingest.Options{Charset: form.Charset, Password: form.Password},
		CaseMapping: study.CaseMapping{Key: form.Key, Name: form.Name, Firm: form.Firm, Sort: form.Kind, KeepEmpty: form.Empty == "keep"}}
	out.Sheet.Sheet = form.Sheet
	for field, into := range map[string]any{"mapping": &out.Into, "kinds": &out.Kinds, "header": &out.Sheet.Header} {
		given := map[string]string{"mapping": form.Mapping, "kinds": form.Kinds, "header": form.Header}[field]
		if given != "" && json.Unmarshal([]byte(given), into) != nil {
			return out, study.FieldError(field, "The %s is not of the right form.", field)
		}
	}
	out.Data, err = bytesOf(form.File)
	return out, err
}

type casesImported struct {
	app.CaseReport
	Seq int64 `json:"seq" doc:"Journal number, 0 when nothing changed and of a preview"`
}

func (s *server) caseImportRoutes() {
	handle(s, operation{method: "POST", path: "/api/projects/{project}/cases/import", id: "import-cases", summary: "Make and change cases by a table, by their keys", permission: study.MayImport, tag: "case"},
		func(ctx context.Context, by study.Actor, in *caseUpload) (*answer[casesImported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			if in.Preview {
				report, err := s.app.PreviewCases(ctx, by, in.id(), u)
				return answered(casesImported{report, 0}, err)
			}
			report, entry, err := s.app.ImportCases(ctx, by, in.id(), u)
			return answered(casesImported{report, entry.Seq}, err)
		})
}
