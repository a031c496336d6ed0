package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/study"
)

const recordingPath = "/api/projects/{project}/sources/{source}/recording"

// recordingDone is a recording with the journal number of what was done.
type recordingDone struct {
	study.Recording
	Seq int64 `json:"seq" doc:"Journal number; undo it to have what was there before"`
}

func (s *server) recordingRoutes() {
	handleUpload(s, operation{method: "PUT", path: recordingPath, id: "put-recording", summary: "Attach the audio or video that a source is the transcript of", permission: study.MayImport, tag: "recording"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[recordingDone], error) {
			name, file, err := uploaded(ctx, nil)
			if err != nil {
				return nil, err
			}
			x, entry, err := s.app.PutRecording(ctx, by, in.id(), in.source(), name, file)
			return answered(recordingDone{x, entry.Seq}, err)
		})
	handle(s, operation{method: "GET", path: recordingPath, id: "get-recording", summary: "The recording, whole or a range of its bytes", permission: study.MayRead, tag: "recording"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*huma.StreamResponse, error) {
			x, file, err := s.app.Recording(ctx, by, in.id(), in.source())
			if err != nil {
				return nil, err
			}
			return &huma.StreamResponse{Body: func(c huma.Context) { play(c.Context(), x, file) }}, nil
		})
	handle(s, operation{method: "DELETE", path: recordingPath, id: "remove-recording", summary: "Take the recording of a source away; can be undone", permission: study.MayImport, tag: "recording"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[done], error) {
			return entered(s.app.RemoveRecording(ctx, by, in.id(), in.source()))
		})
	s.timeRoutes()
}

func (s *server) timeRoutes() {
	type times struct {
		OneSource
		Body struct {
			Times    []study.TurnTime `json:"times" minItems:"1" maxItems:"20000"`
			Revision int              `json:"revision" doc:"Revision whose turns are counted; a stale one is refused"`
		}
	}
	type timed struct {
		Revision int   `json:"revision"`
		Seq      int64 `json:"seq" doc:"Journal number"`
	}
	handle(s, operation{method: "POST", path: "/api/projects/{project}/sources/{source}/times", id: "set-times", summary: "Say when turns begin: a new revision of the same words", permission: study.MayImport, tag: "recording"},
		func(ctx context.Context, by study.Actor, in *times) (*answer[timed], error) {
			source, entry, err := s.app.SetTimes(ctx, by, in.id(), in.source(), in.Body.Revision, in.Body.Times)
			return answered(timed{source.Revision, entry.Seq}, err)
		})
}

// handleUpload registers a PUT or POST that reads one file of a form as it comes, however large. Its
// body is described afterwards, since Huma reads at once the ones that it knows of.
func handleUpload[I, O any](s *server, op operation, handler func(ctx context.Context, by study.Actor, in *I) (*O, error)) {
	file := &huma.Schema{Type: "object", Required: []string{"file"}, Properties: map[string]*huma.Schema{"file": {Type: "string", Format: "binary"}}}
	handle(s, op, handler)
	item := s.api.OpenAPI().Paths[op.path]
	map[string]*huma.Operation{"PUT": item.Put, "POST": item.Post}[op.method].RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: file}}}
}

// uploaded is the file of a form, to be read as it comes. What of the form comes before it is heard.
func uploaded(ctx context.Context, heard func(field string, in io.Reader) error) (name string, file io.Reader, err error) {
	c := ginOf(ctx)
	form, err := c.Request.MultipartReader()
	if err != nil {
		return "", nil, study.FieldError("file", "Choose a file.")
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return "", nil, study.FieldError("file", "Choose a file.")
		}
		if err != nil {
			return "", nil, brokenOff(err)
		}
		if part.FormName() == "file" {
			return part.FileName(), patient{part, http.NewResponseController(c.Writer)}, nil
		}
		if heard == nil {
			continue
		}
		if err := heard(part.FormName(), part); err != nil {
			return "", nil, err
		}
	}
}

// patience is how long an upload may stand still. The server's own limit is for the whole of
// a request, and a recording of hours comes slowly over many a line.
const patience = time.Minute

// patient reads an upload that takes its time, and says in words when it breaks off.
type patient struct {
	io.Reader
	out *http.ResponseController
}

func (p patient) Read(into []byte) (int, error) {
	if err := p.until(time.Now().Add(patience)); err != nil {
		return 0, err
	}
	n, err := p.Reader.Read(into)
	if errors.Is(err, io.EOF) {
		if err := p.until(time.Time{}); err != nil {
			return n, err
		}
		return n, io.EOF
	}
	if err != nil {
		err = brokenOff(err)
	}
	return n, err
}

// until sets the time that the next bytes have to come; a connection without one has time.
func (p patient) until(at time.Time) error {
	if err := p.out.SetReadDeadline(at); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	return nil
}

func brokenOff(err error) error {
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return study.Errorf(study.TooLarge, "This is larger than the %s that can be sent at once.", study.Bytes(tooLarge.Limit))
	}
	return study.Errorf(study.Invalid, "The upload broke off; nothing was saved.")
}

// play answers the bytes that were asked for. They may be kept by the browser of whoever may
// hear them, which asks each time whether they still may.
func play(ctx context.Context, x study.Recording, file io.ReadSeekCloser) {
	defer file.Close()
	c := ginOf(ctx)
	h := c.Writer.Header()
	h.Set("Content-Type", x.Media)
	h.Set("ETag", `"`+x.Blob+`"`)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'; media-src 'self'")
	h.Set("Content-Disposition", disposition("inline", x.Filename))
	http.ServeContent(c.Writer, c.Request, "", x.CreatedAt, file)
}
