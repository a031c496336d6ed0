package web

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/danielgtaylor/huma/v2"

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
	handleUpload(s, operation{method: "POST", path: importPath, id: "import-project", summary: "Make a project of a .qdpx of REFI-QDA, as NVivo, ATLAS.ti, MAXQDA and others export it, or of an archive", permission: study.SignedIn, tag: "project", status: 201},
		func(ctx context.Context, by study.Actor, in *asked) (*told, error) {
			file, size, err := spooled(ctx, nil)
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

func (s *server) exportRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/export.qdpx", id: "export-project", summary: "The project as .qdpx of REFI-QDA, for other programs", permission: study.MayRead, tag: "project"},
		func(ctx context.Context, by study.Actor, in *InProject) (*huma.StreamResponse, error) {
			return s.written(ctx, ".qdpx", "application/zip", func(to io.Writer) (string, error) { return s.app.ExportProject(ctx, by, in.id(), to) })
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/archive", id: "archive-project", summary: "The project with its journal and files as one zip, which another Selvedge opens", permission: study.MayManage, tag: "project"},
		func(ctx context.Context, by study.Actor, in *InProject) (*huma.StreamResponse, error) {
			return s.written(ctx, " archive.zip", "application/zip", func(to io.Writer) (string, error) { return s.app.ArchiveProject(ctx, by, in.id(), to) })
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/codebook.qdc", id: "export-codebook-qdc", summary: "The codebook as .qdc of REFI-QDA, for other programs", permission: study.MayRead, tag: "code"},
		func(ctx context.Context, by study.Actor, in *InProject) (*huma.StreamResponse, error) {
			return s.written(ctx, ".qdc", "text/xml; charset=utf-8", func(to io.Writer) (string, error) { return s.app.ExportCodebook(ctx, by, in.id(), to) })
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/export/losses", id: "list-losses", summary: "What of the project other programs can't be told", permission: study.MayRead, tag: "project"},
		func(ctx context.Context, by study.Actor, in *InProject) (*answer[page[app.ExchangeFinding]], error) {
			return listed(s.app.ExchangeLosses(ctx, by, in.id()))
		})
}

// written answers a file that is written to the disk first, so that what goes wrong is told in
// words and nobody gets half of it.
func (s *server) written(ctx context.Context, ending, media string, write func(io.Writer) (string, error)) (*huma.StreamResponse, error) {
	file, err := newSpool()
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriterSize(file, 64<<10)
	name, err := write(awaited{ctx, out})
	if err == nil {
		err = study.Wrap(out.Flush(), "write a temporary file")
	}
	if err != nil {
		file.remove()
		return nil, err
	}
	return &huma.StreamResponse{Body: func(huma.Context) {
		defer file.remove()
		c := ginOf(ctx)
		h := c.Writer.Header()
		h.Set("Content-Type", media)
		h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
		h.Set("Content-Disposition", disposition("attachment", name+ending))
		http.ServeContent(c.Writer, c.Request, "", time.Time{}, file)
	}}, nil
}

// awaited writes as long as somebody waits for it.
type awaited struct {
	context.Context
	io.Writer
}

// Write writes on.
func (a awaited) Write(p []byte) (int, error) {
	if err := a.Err(); err != nil {
		return 0, err
	}
	return a.Writer.Write(p)
}

// spool is a file that lies on the disk while it is worked on. Where the system allows, it has no name
// there, so that nothing of it is left when the process is stopped hard.
type spool struct{ *os.File }

// remove lets go of it.
func (s spool) remove() { _ = errors.Join(s.Close(), os.Remove(s.Name())) }

// spooled keeps the file of a form on the disk while it is worked on, as it comes: an archive
// may be larger than memory.
func spooled(ctx context.Context, heard func(field string, in io.Reader) error) (spool, int64, error) {
	_, in, err := uploaded(ctx, heard)
	if err != nil {
		return spool{}, 0, err
	}
	out, err := newSpool()
	if err != nil {
		return out, 0, err
	}
	size, err := io.Copy(out, in)
	if err != nil {
		out.remove()
		return spool{}, 0, study.Wrap(err, "keep the upload")
	}
	return out, size, nil
}

func newSpool() (spool, error) {
	file, err := os.CreateTemp("", "selvedge-exchange")
	if err == nil {
		_ = os.Remove(file.Name()) // some systems refuse: remove does it later
	}
	return spool{file}, study.Wrap(err, "make a temporary file")
}
