package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/study"
)

type OneSource struct {
	InProject
	Source string `path:"source" format:"uuid"`
}

func (o OneSource) source() study.ID { return study.ID(o.Source) }

func (s *server) sourceRoutes() {
	type list struct {
		InProject
		Strand string `query:"strand" doc:"Only the sources of this strand"`
		CaseFilter
	}
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources", id: "list-sources", summary: "Sources by title", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *list) (*answer[page[app.SourceView]], error) {
			return listed(s.app.Sources(ctx, by, in.id(), study.Filter{Strands: ids([]string{in.Strand}), Cases: ids(in.Case), Where: given(in.Where), Searches: ids(in.Search)}))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}", id: "get-source", summary: "One source, without its text", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[app.SourceView], error) {
			return answered(s.app.Source(ctx, by, in.id(), in.source()))
		})
	s.uploadRoutes()
	s.contentRoutes()
	s.pageRoutes()
	s.sourceChanges()
}

type upload struct {
	InProject
	RawBody huma.MultipartFormFiles[struct {
		File    huma.FormFile `form:"file" required:"true"`
		Strand  string        `form:"strand" required:"false"`
		Title   string        `form:"title" required:"false"`
		Folder  string        `form:"folder" required:"false" doc:"The folders that the file lay in, with slashes between them: they may tell its strand"`
		Options string        `form:"options" required:"false" doc:"JSON: {charset, password, language, speakers: [{label, name, moderator, case}], table: {sheet, header, each, text, speaker, title, time}}"`
	}]
}

type uploadOptions struct {
	Charset  string `json:"charset"`
	Password string `json:"password"`
	Language string `json:"language"`
	Speakers []struct {
		Label     string `json:"label"`
		Name      string `json:"name"`
		Moderator bool   `json:"moderator"`
		Case      string `json:"case"`
	} `json:"speakers"`
	Table *ingest.TableRule `json:"table"`
}

func (u *upload) read() (out app.Upload, err error) {
	form := u.RawBody.Data()
	if form.File.File == nil {
		return out, study.FieldError("file", "Choose a file.")
	}
	if form.File.Size > 100<<20 {
		return out, study.Errorf(study.TooLarge, "“%s” is larger than the 100 MB that a file may have.", form.File.Filename)
	}
	out = app.Upload{Name: path.Join(form.Folder, form.File.Filename), Strand: study.ID(form.Strand), Title: form.Title}
	var o uploadOptions
	if form.Options != "" {
		if err := json.Unmarshal([]byte(form.Options), &o); err != nil {
			return out, study.FieldError("options", "The options are not JSON of the form {charset, password, language, speakers, table}.")
		}
	}
	out.Language, out.Options.Charset, out.Options.Password, out.Options.Table = o.Language, o.Charset, o.Password, o.Table
	for _, sp := range o.Speakers {
		out.Options.Speakers = append(out.Options.Speakers, ingest.SpeakerRule{Label: sp.Label, Name: sp.Name, Moderator: sp.Moderator})
		if sp.Case != "" {
			out.Ties = append(out.Ties, app.SpeakerTie{Speaker: sp.Name, Case: study.ID(sp.Case)})
		}
	}
	out.Data, err = bytesOf(form.File)
	return out, err
}

// bytesOf reads an uploaded file.
func bytesOf(file io.Reader) ([]byte, error) {
	data, err := io.ReadAll(file)
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, study.Errorf(study.TooLarge, "This is larger than the 100 MB that a file may have.")
	}
	return data, study.Wrap(err, "read the upload")
}

type foundSpeaker struct {
	Labels    []string `json:"labels" doc:"As they stand in the file"`
	Name      string   `json:"name"`
	Turns     int      `json:"turns"`
	Moderator bool     `json:"moderator"`
}

type firstTurn struct {
	Speaker string `json:"speaker,omitempty"`
	FromMs  *int   `json:"fromMs,omitempty"`
	Text    string `json:"text"`
}

type preview struct {
	Format   string              `json:"format"`
	Charset  string              `json:"charset"`
	Language string              `json:"language"`
	Title    string              `json:"title"`
	Words    int                 `json:"words"`
	Turns    int                 `json:"turns"`
	Speakers []foundSpeaker      `json:"speakers"`
	Warnings []string            `json:"warnings"`
	First    []firstTurn         `json:"first" doc:"The first turns as they will read"`
	Comments int                 `json:"comments" doc:"Comments that will be memos"`
	Tables   []ingest.TableFound `json:"tables" doc:"The tables of the file, with how their rows would be read"`
	Others   []otherSource       `json:"others" doc:"What else the file becomes: each row of a table may be a source"`
	Hash     string              `json:"hash" doc:"SHA-256 of the file: files that are the same have the same"`
	Same     []sameSource        `json:"same" doc:"Sources that were made of the same file, the oldest first"`
	Strand   *study.StrandHint   `json:"strand,omitempty" doc:"The strand that the file's name or folder tells"`
}

type sameSource struct {
	ID    study.ID `json:"id"`
	Title string   `json:"title"`
}

type otherSource struct {
	Title string `json:"title"`
	Words int    `json:"words"`
	Turns int    `json:"turns"`
}

const firstTurns = 40

func previewOf(found app.Prospect) preview {
	d := found.Documents[0]
	p := preview{Format: d.Format, Charset: d.Charset, Language: d.Language, Title: d.Title, Words: study.WordCount(d.Text), Turns: len(d.Turns),
		Speakers: []foundSpeaker{}, Warnings: append([]string{}, d.Warnings...), First: []firstTurn{},
		Comments: len(d.Comments), Tables: append([]ingest.TableFound{}, d.Tables...), Others: []otherSource{},
		Hash: found.Hash, Same: []sameSource{}, Strand: found.Strand}
	for _, twin := range found.Twins {
		p.Same = append(p.Same, sameSource{twin.ID, twin.Title})
	}
	for _, other := range found.Documents[1:] {
		p.Others = append(p.Others, otherSource{Title: other.Title, Words: study.WordCount(other.Text), Turns: len(other.Turns)})
	}
	for _, sp := range d.Speakers {
		p.Speakers = append(p.Speakers, foundSpeaker{Labels: sp.Labels, Name: sp.Name, Turns: sp.Turns, Moderator: sp.Moderator})
	}
	text := study.NewPositions(d.Text)
	for _, t := range d.Turns[:min(firstTurns, len(d.Turns))] {
		first := firstTurn{FromMs: t.FromMs, Text: text.Slice(t.Range)}
		if t.Speaker >= 0 {
			first.Speaker = d.Speakers[t.Speaker].Name
		}
		p.First = append(p.First, first)
	}
	return p
}

type imported struct {
	app.SourceView
	Report app.ImportReport `json:"report"`
	Others []study.ID       `json:"others" doc:"The further sources that the file became"`
}

func (s *server) uploadRoutes() {
	handle(s, operation{method: "POST", path: "/api/projects/{project}/sources/preview", id: "preview-source", summary: "What a file would become; nothing is saved", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *upload) (*answer[preview], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			found, err := s.app.Preview(ctx, by, in.id(), u)
			if err != nil {
				return nil, err
			}
			return answered(previewOf(found), nil)
		})
	handle(s, operation{method: "POST", path: "/api/projects/{project}/sources", id: "add-source", summary: "Import a file", permission: study.MayImport, tag: "source", status: 201},
		func(ctx context.Context, by study.Actor, in *upload) (*answer[imported], error) {
			u, err := in.read()
			if err != nil {
				return nil, err
			}
			view, report, err := s.app.Import(ctx, by, in.id(), u)
			return answered(imported{view, report, report.Others}, err)
		})
}

// file is an answer of bytes.
type file struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	ContentSecurity    string `header:"Content-Security-Policy"`
	Body               []byte
}

// download answers bytes that the browser saves and never shows.
func download(name, contentType string, data []byte) *file {
	return &file{ContentType: contentType, ContentDisposition: disposition("attachment", name), ContentSecurity: "sandbox; default-src 'none'", Body: data}
}

// disposition says what a browser is to do with an answer, and what to call it.
func disposition(what, name string) string {
	return what + "; filename*=UTF-8''" + url.PathEscape(name)
}

type plainText struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (s *server) contentRoutes() {
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/text", id: "get-text", summary: "The text that positions count in", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*plainText, error) {
			_, content, err := s.app.Content(ctx, by, in.id(), in.source())
			if err != nil {
				return nil, err
			}
			return &plainText{"text/plain; charset=utf-8", []byte(content.Text)}, nil
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/turns", id: "list-turns", summary: "Turns in text order", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[page[app.SpokenTurn]], error) {
			return listed(s.app.Turns(ctx, by, in.id(), in.source()))
		})
	handle(s, operation{method: "GET", path: "/api/projects/{project}/sources/{source}/original", id: "get-original", summary: "The uploaded bytes", permission: study.MayRead, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*file, error) {
			src, data, err := s.app.Original(ctx, by, in.id(), in.source())
			if err != nil {
				return nil, err
			}
			return download(src.Filename, "application/octet-stream", data), nil
		})
}

func (s *server) sourceChanges() {
	type sourceChange struct {
		OneSource
		IfMatch
		Body struct {
			Title    *string   `json:"title,omitempty"`
			Language *string   `json:"language,omitempty"`
			Strand   *study.ID `json:"strand,omitempty"`
			Withheld *bool     `json:"withheld,omitempty" doc:"Whether the uploaded file and former texts are for leads only; set by leads"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/sources/{source}", id: "change-source", summary: "Rename a source, or move it to another strand", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *sourceChange) (*answer[app.SourceView], error) {
			c := app.SourceChange{Title: in.Body.Title, Language: in.Body.Language, Strand: in.Body.Strand, Withheld: in.Body.Withheld}
			return answered(s.app.ChangeSource(ctx, by, in.id(), in.source(), in.seen(), c))
		})
	handle(s, operation{method: "DELETE", path: "/api/projects/{project}/sources/{source}", id: "remove-source", summary: "Delete a source with its codings; can be undone", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *OneSource) (*answer[done], error) {
			return entered(s.app.RemoveSource(ctx, by, in.id(), in.source()))
		})
	type speakerChange struct {
		InProject
		IfMatch
		Speaker string `path:"speaker" format:"uuid"`
		Body    struct {
			Name      *string `json:"name,omitempty"`
			Moderator *bool   `json:"moderator,omitempty"`
		}
	}
	handle(s, operation{method: "PATCH", path: "/api/projects/{project}/speakers/{speaker}", id: "change-speaker", summary: "Rename a speaker, or say whether they moderate", permission: study.MayImport, tag: "source"},
		func(ctx context.Context, by study.Actor, in *speakerChange) (*answer[study.Speaker], error) {
			return answered(s.app.ChangeSpeaker(ctx, by, in.id(), study.ID(in.Speaker), in.seen(), app.SpeakerChange{Name: in.Body.Name, Moderator: in.Body.Moderator}))
		})
}
