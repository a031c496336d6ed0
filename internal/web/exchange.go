package web

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

const importPath = "/api/projects/import"

// importedProject is a project that was made of a file, with what became of the file.
type importedProject struct {
	Project *app.ProjectSummary `json:"project,omitempty" doc:"Absent in a preview"`
	Report  app.ExchangeReport  `json:"report"`
}

func (s *server) exchangeRoutes() {
	type asked struct {
		Preview bool `query:"preview" doc:"Only say what would become of the file"`
	}
	type told struct {
		Status int
		Body   importedProject
	}
	handleUpload(s, operation{method: "POST", path: importPath, id: "import-project", summary: "Make a project of a .qdpx of REFI-QDA, as NVivo, ATLAS.ti, MAXQDA and others export it", permission: study.SignedIn, tag: "project", status: 201},
		func(ctx context.Context, by study.Actor, in *asked) (*told, error) {
			file, size, err := spooled(ctx)
			if err != nil {
				return nil, err
			}
			defer file.remove()
			if in.Preview {
				report, err := s.app.PreviewProject(ctx, by, file, size)
				return &told{200, importedProject{Report: report}}, err
			}
			project, report, err := s.app.ImportProject(ctx, by, file, size)
			return &told{201, importedProject{&project, report}}, err
		})
}

// spool is an upload that is read more than once, and from any place.
type spool struct{ *os.File }

// remove lets go of it.
func (s spool) remove() { _ = errors.Join(s.Close(), os.Remove(s.Name())) }

// spooled keeps the file of a form on the disk while it is worked on, as it comes: an archive
// may be larger than memory.
func spooled(ctx context.Context) (spool, int64, error) {
	_, in, err := uploaded(ctx)
	if err != nil {
		return spool{}, 0, err
	}
	file, err := os.CreateTemp("", "selvedge-import")
	if err != nil {
		return spool{}, 0, study.Wrap(err, "keep the upload")
	}
	out := spool{file}
	size, err := io.Copy(file, in)
	if err != nil {
		out.remove()
		return spool{}, 0, study.Wrap(err, "keep the upload")
	}
	return out, size, nil
}
