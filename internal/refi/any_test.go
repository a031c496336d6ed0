package refi

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// making fills values with anything that a project may hold, valid or not.
type making struct {
	*rand.Rand
	depth  int
	issued []study.ID
}

// anyProject is the project of a number.
func anyProject(n uint64) *Project {
	m := &making{Rand: rand.New(rand.NewPCG(n, 11))}
	p := &Project{}
	m.fill(reflect.ValueOf(p).Elem())
	p.Sources = &Sources{}
	for range m.IntN(8) {
		p.Sources.List = append(p.Sources.List, m.source(sourceKinds[m.IntN(len(sourceKinds))]))
	}
	p.Notes = nil
	for range m.IntN(3) {
		p.Notes = append(p.Notes, m.source("Note"))
	}
	p.Codebook, p.Findings, p.Fits = false, nil, nil
	return p
}

// source is a source with what its kind has.
func (m *making) source(kind string) Source {
	s := Source{}
	m.fill(reflect.ValueOf(&s).Elem())
	all := s
	s = Source{ID: all.ID, Name: all.Name, Stamp: all.Stamp, Description: all.Description, Codings: all.Codings, NoteRefs: all.NoteRefs, Values: all.Values}
	s.XMLName.Local = kind
	switch kind {
	case PictureSource:
		s.Path, s.CurrentPath = all.Path, all.CurrentPath
		for range m.IntN(3) {
			x := m.selection()
			s.PictureSelections = append(s.PictureSelections, Selection{ID: x.ID, Name: x.Name, FirstX: x.FirstX, FirstY: x.FirstY, SecondX: x.SecondX, SecondY: x.SecondY, Stamp: x.Stamp, Description: x.Description, Codings: x.Codings, NoteRefs: x.NoteRefs})
		}
		inner := m.source("TextDescription")
		s.TextDescription = &inner
	case PDFSource:
		s.Path = all.Path
		for range m.IntN(3) {
			x := m.selection()
			s.PDFSelections = append(s.PDFSelections, Selection{ID: x.ID, Page: x.Page, FirstX: x.FirstX, FirstY: x.FirstY, SecondX: x.SecondX, SecondY: x.SecondY, Codings: x.Codings})
		}
		inner := m.source("Representation")
		s.Representation = &inner
	case AudioSource, VideoSource:
		s.Path = all.Path
		s.Transcripts = m.transcripts()
		x := m.selection()
		one := []Selection{{ID: x.ID, Begin: x.Begin, Finish: x.Finish, Stamp: x.Stamp, Codings: x.Codings}}
		if kind == AudioSource {
			s.AudioSelections = one
		} else {
			s.VideoSelections = one
		}
	default:
		s.RichText = all.RichText
		if m.IntN(4) > 0 {
			s.Words = Words{Text: m.words(), Known: true}
		}
		for range m.IntN(4) {
			x := m.selection()
			n := study.TextLen(s.Text)
			start := m.IntN(n + 1)
			end := start + m.IntN(n-start+1)
			s.TextSelections = append(s.TextSelections, Selection{ID: x.ID, Name: x.Name, Start: &start, End: &end, Stamp: x.Stamp, Description: x.Description, Codings: x.Codings, NoteRefs: x.NoteRefs})
		}
	}
	return s
}

func (m *making) selection() (s Selection) {
	m.fill(reflect.ValueOf(&s).Elem())
	return s
}

func (m *making) transcripts() (out []Transcript) {
	for range m.IntN(3) {
		t := Transcript{}
		m.fill(reflect.ValueOf(&t).Elem())
		t.Content, t.PlainText, t.Words = nil, "", Words{Text: m.words(), Known: true}
		for i := range t.SyncPoints {
			at := m.IntN(study.TextLen(t.Text) + 1)
			t.SyncPoints[i].Position = &at
		}
		for i, x := range t.Selections {
			t.Selections[i] = Selection{ID: x.ID, Name: x.Name, From: x.From, To: x.To, Stamp: x.Stamp, Codings: x.Codings}
		}
		out = append(out, t)
	}
	return out
}

// fill gives every field anything of its kind.
func (m *making) fill(v reflect.Value) {
	if m.depth++; m.depth > 9 {
		m.depth--
		return
	}
	defer func() { m.depth-- }()
	switch v.Interface().(type) {
	case study.ID:
		v.SetString(string(m.reference()))
		return
	case *time.Time:
		if m.IntN(2) == 0 {
			at := time.Unix(m.Int64N(4_000_000_000), m.Int64N(1e9)).UTC()
			v.Set(reflect.ValueOf(&at))
		}
		return
	case Value:
		v.Set(reflect.ValueOf(m.value()))
		return
	case *Source, *Sources:
		return
	}
	m.fillKind(v)
}

func (m *making) fillKind(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(m.words())
	case reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(int64(m.IntN(2000) - 1000))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		m.fill(v.Elem())
	case reflect.Slice:
		for range m.IntN(3) {
			one := reflect.New(v.Type().Elem()).Elem()
			m.fill(one)
			v.Set(reflect.Append(v, one))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			switch {
			case field.Name == "ID":
				v.Field(i).SetString(string(m.issue()))
			case field.IsExported() && field.Tag.Get("xml") != "-" && field.Name != "XMLName":
				m.fill(v.Field(i))
			}
		}
	}
}

// issue makes an id of something new, once in a while one that is no GUID.
func (m *making) issue() study.ID {
	id := Derived("thing", fmt.Sprint(m.Int64()))
	if m.IntN(20) == 0 {
		id = study.ID(fmt.Sprint("no id ", m.IntN(1000)))
	}
	m.issued = append(m.issued, id)
	return id
}

// reference names something that there is, mostly, or nothing.
func (m *making) reference() study.ID {
	switch n := m.IntN(10); {
	case n == 0:
		return ""
	case n == 1 || len(m.issued) == 0:
		return Derived("nothing", fmt.Sprint(m.Int64()))
	}
	return m.issued[m.IntN(len(m.issued))]
}

func (m *making) value() Value {
	said := []string{"true", "12", "-1.5", "1e10", "NaN", "2026-12-31", "2026-12-31T10:00:00Z", "", "many\nlines", "0"}[m.IntN(10)]
	v := Value{Variable: Ref{m.reference()}}
	for _, p := range []**string{&v.Text, &v.Boolean, &v.Integer, &v.Float, &v.Date, &v.DateTime} {
		if m.IntN(4) == 0 {
			*p = &said
		}
	}
	return v
}

// words are some words with what is hard to write.
func (m *making) words() string {
	var out []string
	for range m.IntN(6) {
		out = append(out, []string{"word", "😀", "<b>", "&amp;", `"`, "'", "]]>", "\n", "\t", "größer", "\x0b", "\x01", "=1+1", " "}[m.IntN(14)])
	}
	return strings.Join(out, " ")
}
