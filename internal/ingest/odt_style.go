package ingest

import (
	"encoding/xml"
	"strings"
)

// odtStyle is what a style says about the words under it.
type odtStyle struct {
	parent                string
	bold, hidden, heading bool
	plain, shown          bool // says so itself, whatever its parent says
}

// style reads the styles of both parts; they come before the text.
func (o *odt) style(token xml.Token) error {
	t, ok := token.(xml.StartElement)
	if !ok {
		return nil
	}
	switch t.Name.Local {
	case "style":
		o.styling = attr(t, "family") + "/" + attr(t, "name")
		name := strings.ToLower(attr(t, "name"))
		o.styles[o.styling] = odtStyle{parent: attr(t, "family") + "/" + attr(t, "parent-style-name"), heading: name == "title" || name == "subtitle"}
	case "text-properties", "section-properties":
		s := o.styles[o.styling]
		weight, display := attr(t, "font-weight"), attr(t, "display")
		s.bold, s.plain = s.bold || weight == "bold", s.plain || weight == "normal"
		s.hidden, s.shown = s.hidden || display == "none", s.shown || display == "true"
		o.styles[o.styling] = s
	}
	return nil
}

// look gives what a style and its parents say.
func (o *odt) look(family, name string) (s odtStyle) {
	key := family + "/" + name
	for range 16 {
		one, known := o.styles[key]
		if !known {
			break
		}
		s.bold = s.bold || one.bold && !s.plain
		s.hidden = s.hidden || one.hidden && !s.shown
		s.heading = s.heading || one.heading
		s.plain, s.shown = s.plain || one.plain, s.shown || one.shown
		key = one.parent
	}
	return s
}
