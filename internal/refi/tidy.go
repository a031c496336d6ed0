package refi

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/selvedge/selvedge/internal/study"
)

// tidy makes everything valid that the order of fields doesn't make so: ids, colours, times and
// words that are one of a list; names are one line; what lacks something that the standard asks
// for is left out. From here on it is this program's, by which its positions are read again.
func (p *Project) tidy() {
	if !strings.HasPrefix(p.Origin, Origin) {
		p.Origin = Origin
	}
	tidyFields(reflect.ValueOf(p).Elem())
	if p.Sources != nil {
		p.Sources.List = slices.DeleteFunc(p.Sources.List, func(s Source) bool { return !slices.Contains(sourceKinds, s.Kind()) })
		if len(p.Sources.List) == 0 {
			p.Sources = nil
		}
	}
}

var sourceKinds = []string{TextSource, PictureSource, PDFSource, AudioSource, VideoSource}

// tidyFields goes through everything that is written.
func tidyFields(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			tidyFields(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			tidyFields(v.Index(i))
		}
		tidyList(v)
	case reflect.Struct:
		tidyStruct(v)
	}
}

func tidyStruct(v reflect.Value) {
	if value, is := v.Addr().Interface().(*Value); is {
		value.tidy()
		return
	}
	for i := range v.NumField() {
		field, tag := v.Type().Field(i), v.Type().Field(i).Tag.Get("xml")
		name, kind, _ := strings.Cut(tag, ",")
		switch {
		case tag == "-" || !field.IsExported():
		case strings.HasPrefix(kind, "attr") && v.Field(i).Kind() == reflect.String:
			v.Field(i).SetString(tidyAttribute(name, v.Field(i).String()))
		default:
			tidyFields(v.Field(i))
		}
	}
}

// tidyAttribute gives an attribute in the form that the standard asks for; "" where it has none.
func tidyAttribute(name, value string) string {
	read := kindOf[name]
	if read == nil {
		return oneLine(value)
	}
	if tidied, _, ok := read(value); ok {
		return tidied
	}
	return map[string]string{"guid": string(Derived("none")), "typeOfVariable": Text}[name]
}

// oneLine puts blanks where lines end, since attributes can't hold line ends.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// tidyList takes out of a list what lacks something that must be there.
func tidyList(v reflect.Value) {
	switch list := v.Addr().Interface().(type) {
	case *[]Ref:
		*list = slices.DeleteFunc(*list, func(r Ref) bool { return r.Target == "" })
	case *[]Coding:
		*list = slices.DeleteFunc(*list, func(c Coding) bool { return c.Code.Target == "" })
	case *[]Value:
		*list = slices.DeleteFunc(*list, func(x Value) bool { return x.Variable.Target == "" })
	case *[]Edge:
		*list = slices.DeleteFunc(*list, func(e Edge) bool { return e.From == "" || e.To == "" })
	case *[]Source:
		for i := range *list {
			(*list)[i].tidySelections()
		}
	}
}

func (s *Source) tidySelections() {
	whole := func(list []Selection, needs func(Selection) []*int) []Selection {
		return slices.DeleteFunc(list, func(one Selection) bool { return slices.Contains(needs(one), nil) })
	}
	corners := func(x Selection) []*int { return []*int{x.FirstX, x.FirstY, x.SecondX, x.SecondY} }
	times := func(x Selection) []*int { return []*int{x.Begin, x.Finish} }
	s.TextSelections = whole(s.TextSelections, func(x Selection) []*int { return []*int{x.Start, x.End} })
	s.PictureSelections = whole(s.PictureSelections, corners)
	s.PDFSelections = whole(s.PDFSelections, func(x Selection) []*int { return append(corners(x), x.Page) })
	s.AudioSelections, s.VideoSelections = whole(s.AudioSelections, times), whole(s.VideoSelections, times)
	for _, inner := range []*Source{s.TextDescription, s.Representation} {
		if inner != nil {
			inner.tidySelections()
		}
	}
}

// tidy writes a value as its type asks, or else as text, and at most one.
func (v *Value) tidy() {
	v.Variable.Target = study.ID(tidyAttribute("targetGUID", string(v.Variable.Target)))
	if v.Float != nil && !isFloat(*v.Float) {
		if f, err := strconv.ParseFloat(*v.Float, 64); err == nil && f-f == 0 { // neither infinite nor no number
			plain := strconv.FormatFloat(f, 'f', -1, 64)
			v.Float = &plain
		}
	}
	one := []Value{*v}
	settleValues(one, &findings{})
	*v = one[0]
	first := false
	for _, said := range []**string{&v.Text, &v.Boolean, &v.Integer, &v.Float, &v.Date, &v.DateTime} {
		if first {
			*said = nil
		}
		first = first || *said != nil
	}
}
