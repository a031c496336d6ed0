package publish

import (
	"html/template"
	"io"
)

var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>{{.Project}}</title><h1>{{.Project}}</h1>
{{range .Excerpts}}<blockquote>{{.Text}}</blockquote><p>{{range .Path}}{{.}} {{end}}, {{.Title}}, {{.Speaker}}, {{.CoderName}}</p>
{{else}}<p>There are no excerpts here.</p>{{end}}</html>
`))

// HTML writes the report as one page.
func HTML(w io.Writer, r Report) error { return page.Execute(w, r) }
