package refi

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// The limits of the XML. A real project stays far below them.
const (
	maxElements = 600_000
	maxDepth    = 256 // nested elements
)

var (
	errDoctype  = study.Errorf(study.Invalid, "The file declares a document type, which no program for qualitative analysis does. Export it anew.")
	errElements = study.Errorf(study.TooLarge, "The file holds more than %d things, which is more than can be read at once.", maxElements)
	errDepth    = study.Errorf(study.TooLarge, "Codes or other things in the file stand more than %d levels deep.", maxDepth)
	errForeign  = study.Errorf(study.Invalid, "The file is neither a project nor a codebook of REFI-QDA: it begins with something else.")
)

// cleaner passes tokens on as the standard wants them: without namespaces, with attributes
// that can be read, and without elements that it doesn't know. What it mends becomes a finding.
type cleaner struct {
	ctx      context.Context
	in       *xml.Decoder
	shapes   map[string]*shape // nil before the root
	open     []level
	elements int
	found    findings
}

// level is an element that is open, with how many children of each kind it has so far.
type level struct {
	name   string
	shape  *shape
	counts []int
	last   int // the child that came last, by its place in the shape
}

// Token gives the next token that is left of the file.
func (c *cleaner) Token() (xml.Token, error) {
	for {
		token, err := c.next()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if clean, known := c.start(t); known {
				if err := c.check(); err != nil {
					return nil, err
				}
				return clean, nil
			}
			if err := c.skip(); err != nil {
				return nil, err
			}
		case xml.EndElement:
			return xml.EndElement{Name: xml.Name{Local: c.end()}}, nil
		case xml.CharData:
			if c.words(t) {
				return t, nil
			}
		}
	}
}

// next reads a token; what can't be read is an error that says where.
func (c *cleaner) next() (xml.Token, error) {
	if c.elements%1024 == 0 && c.ctx.Err() != nil {
		return nil, c.ctx.Err()
	}
	token, err := c.in.Token()
	if err == io.EOF && len(c.open) == 0 {
		return nil, io.EOF
	}
	if err != nil {
		return nil, c.damage(err)
	}
	if d, is := token.(xml.Directive); is && strings.HasPrefix(strings.ToUpper(strings.TrimSpace(string(d))), "DOCTYPE") {
		return nil, errDoctype
	}
	return token, nil
}

func (c *cleaner) damage(err error) error {
	if known, ok := errors.AsType[*study.Error](err); ok {
		return known
	}
	if c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	return study.Errorf(study.Invalid, "The file is damaged or cut off at line %d: export it anew from the program that made it.", c.line())
}

func (c *cleaner) line() int {
	line, _ := c.in.InputPos()
	return line
}

// place says where in the file the reader is.
func (c *cleaner) place(name string) string {
	if n := len(c.open); n > 0 {
		return fmt.Sprintf("line %d, %s in %s", c.line(), name, c.open[n-1].name)
	}
	return fmt.Sprintf("line %d, %s", c.line(), name)
}

func (c *cleaner) check() error {
	c.elements++
	switch {
	case c.elements > maxElements:
		return errElements
	case len(c.open) > maxDepth:
		return errDepth
	}
	return nil
}

// start opens an element; false when it is to be skipped.
func (c *cleaner) start(t xml.StartElement) (xml.StartElement, bool) {
	name := t.Name.Local
	if len(c.open) == 0 && !c.root(t) || len(c.open) > 0 && !c.admit(name) {
		return t, false
	}
	s := c.shapes[name]
	if s == nil {
		return t, false
	}
	clean := xml.StartElement{Name: xml.Name{Local: name}, Attr: c.attributes(name, s, t.Attr)}
	c.open = append(c.open, level{name: name, shape: s, counts: make([]int, len(s.children)), last: -1})
	return clean, true
}

// root looks at what kind of file it is, and by which namespace it goes; false when it is none
// of the two.
func (c *cleaner) root(t xml.StartElement) bool {
	want := projectNamespace
	switch t.Name.Local {
	case "Project":
		c.shapes = projectShapes
	case "CodeBook":
		c.shapes, want = codebookShapes, codebookNamespace
	default:
		return false
	}
	if t.Name.Space != want {
		c.found.add(Changed, c.place(t.Name.Local), "The namespace of the file is “%s” and not “%s”; it was read all the same.", study.Shorten(t.Name.Space, 60), want)
	}
	return true
}

const (
	projectNamespace  = "urn:QDA-XML:project:1.0"
	codebookNamespace = "urn:QDA-XML:codebook:1.0"
)

// admit says whether an element may stand where it does; what stands in another order than the
// standard has it may, and becomes a finding.
func (c *cleaner) admit(name string) bool {
	in := &c.open[len(c.open)-1]
	i := in.shape.child(name)
	if i < 0 {
		c.found.add(Lost, c.place(name), "%s is not known to the standard within %s, so it was left out.", study.Shorten(name, 60), in.name)
		return false
	}
	if in.shape.children[i].most == 1 && in.counts[i] > 0 {
		c.found.add(Lost, c.place(name), "%s stands twice within one %s; the first was taken.", name, in.name)
		return false
	}
	if i < in.last && !in.shape.anyOrder {
		c.found.add(Changed, c.place(name), "%s stands after %s within %s, where the standard has it before; it was read all the same.", name, in.shape.children[in.last].name, in.name)
	}
	in.counts[i]++
	in.last = max(in.last, i)
	return true
}

// skip passes over the element that was just opened.
func (c *cleaner) skip() error {
	if len(c.open) == 0 {
		return errForeign
	}
	for depth := 1; depth > 0; c.elements++ {
		token, err := c.next()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if c.elements > maxElements {
			return errElements
		}
	}
	return nil
}

func (c *cleaner) end() string {
	last := len(c.open) - 1
	in := c.open[last]
	c.open = c.open[:last]
	for i, child := range in.shape.children {
		if in.counts[i] < child.least {
			c.found.add(Changed, c.place(in.name), "%s holds no %s, which the standard asks for.", in.name, child.name)
		}
	}
	return in.name
}

// words says whether text stands where there may be some.
func (c *cleaner) words(t xml.CharData) bool {
	if len(c.open) == 0 {
		return false
	}
	in := c.open[len(c.open)-1]
	if !in.shape.text && strings.TrimSpace(string(t)) != "" {
		c.found.add(Lost, c.place("text"), "There is text within %s, where the standard has none; it was left out.", in.name)
	}
	return in.shape.text
}

// attributes are those of an element that can be read, in the forms of the standard.
func (c *cleaner) attributes(name string, s *shape, given []xml.Attr) (out []xml.Attr) {
	for _, a := range given {
		if a.Name.Space != "" || a.Name.Local == "xmlns" {
			continue
		}
		key := c.called(name, s, a.Name.Local)
		if _, known := s.attribute(key); !known {
			c.found.add(Lost, c.place(name), "%s has an attribute “%s” that the standard doesn't know; it was left out.", name, study.Shorten(key, 60))
			continue
		}
		if has(out, key) {
			continue
		}
		if value, ok := c.value(name, key, a.Value); ok {
			out = append(out, xml.Attr{Name: xml.Name{Local: key}, Value: value})
		}
	}
	return c.complete(name, s, out)
}

// called is what an attribute should be called: members of sets are named by guid in codebooks
// and drafts, and by targetGUID in projects.
func (c *cleaner) called(name string, s *shape, key string) string {
	if _, known := s.attribute(key); known || key != "guid" && key != "targetGUID" {
		return key
	}
	other := map[string]string{"guid": "targetGUID", "targetGUID": "guid"}[key]
	if _, known := s.attribute(other); known {
		c.found.add(Changed, c.place(name), "%s names what it means by “%s” and not by “%s”; it was read all the same.", name, key, other)
		return other
	}
	return key
}

// complete adds what must be there and isn't. In a codebook the members of sets are named by
// their guid; from here on by what they are the guid of.
func (c *cleaner) complete(name string, s *shape, out []xml.Attr) []xml.Attr {
	for _, a := range s.attributes {
		if !a.required || has(out, a.name) {
			continue
		}
		c.found.add(Changed, c.place(name), "%s has no “%s”, which the standard asks for.", name, a.name)
		if value := c.missing(a.name); value != "" {
			out = append(out, xml.Attr{Name: xml.Name{Local: a.name}, Value: value})
		}
	}
	if name == "MemberCode" {
		for i := range out {
			out[i].Name.Local = "targetGUID"
		}
	}
	return out
}

// missing is what stands for an attribute that must be there.
func (c *cleaner) missing(key string) string {
	switch key {
	case "guid":
		return string(Derived("missing", fmt.Sprint(c.in.InputOffset())))
	case "isCodable":
		return "true"
	case "typeOfVariable":
		return Text
	case "firstX", "firstY", "secondX", "secondY", "page":
		return "0"
	}
	return ""
}

func has(list []xml.Attr, key string) bool {
	return slices.ContainsFunc(list, func(a xml.Attr) bool { return a.Name.Local == key })
}
