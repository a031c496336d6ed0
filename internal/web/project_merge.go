package web

import (
	"context"
	"encoding/json"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// maxChoices is how many bytes what one chose of differences may have.
const maxChoices = 1 << 20

// merged says what merging a copy did, or would do.
type merged struct {
	app.MergeReport
	Seq int64 `json:"seq" doc:"Journal number, 0 for a preview and when nothing changed"`
}

func (s *server) mergeRoutes() {
	type asked struct {
		InProject
		Preview bool `query:"preview" doc:"Only say what would happen"`
	}
	op := operation{method: "POST", path: "/api/projects/{project}/merge", id: "merge-project", summary: "Merge a copy of the project: an archive, or a .qdpx that a colleague coded elsewhere", permission: study.MayManage, tag: "project"}
	handleUpload(s, op, func(ctx context.Context, by study.Actor, in *asked) (*answer[merged], error) {
		upload := app.MergeUpload{}
		file, size, err := spooled(ctx, func(field string, in io.Reader) error { return choices(field, in, &upload.Take) })
		if err != nil {
			return nil, err
		}
		defer file.remove()
		upload.File, upload.Size = file, size
		report, entry, err := s.app.MergeProject(ctx, by, in.id(), upload, in.Preview)
		return answered(merged{report, entry.Seq}, err)
	})
	form := s.api.OpenAPI().Paths[op.path].Post.RequestBody.Content["multipart/form-data"].Schema
	form.Properties["take"] = &huma.Schema{Type: "string", Description: "Before the file: of differences, by their ids, which version stays, as a JSON object of ours or theirs"}
}

// choices reads what one chose of differences.
func choices(field string, in io.Reader, into *map[string]study.Taken) error {
	if field != "take" {
		return nil
	}
	if err := json.NewDecoder(io.LimitReader(in, maxChoices)).Decode(into); err != nil {
		return study.FieldError("take", "What stays can't be read.")
	}
	for _, one := range *into {
		if one != study.TakeOurs && one != study.TakeTheirs {
			return study.FieldError("take", "Of a difference, ours or theirs can stay.")
		}
	}
	return nil
}
