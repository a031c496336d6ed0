package refi

import (
	"encoding/xml"
	"reflect"

	"github.com/selvedge/selvedge/internal/study"
)

// overlay adds to a thing what is carried of it: where the thing says nothing, and in lists behind
// what it has. Texts inside the XML become its words.
func overlay[T any](thing *T, c study.Carried) {
	var rest T
	if xml.Unmarshal([]byte(c.Content), &rest) != nil {
		return // this program wrote it, so that it can be read
	}
	v := reflect.ValueOf(&rest).Elem()
	unfold(v)
	fill(reflect.ValueOf(thing).Elem(), v)
}

// fill takes into a struct what it lacks.
func fill(into, from reflect.Value) {
	for i := range into.NumField() {
		a, b := into.Field(i), from.Field(i)
		switch {
		case !into.Type().Field(i).IsExported():
		case a.Kind() == reflect.Struct:
			fill(a, b)
		case a.Kind() == reflect.Slice:
			a.Set(reflect.AppendSlice(a, b))
		case a.IsZero():
			a.Set(b)
		}
	}
}

// unfold makes words of the texts that stand inside the XML of a carried source.
func unfold(v reflect.Value) {
	s, is := v.Addr().Interface().(*Source)
	if !is {
		return
	}
	s.texts(func(t *text) {
		if *t.content != nil {
			*t.words, *t.content = Words{Text: **t.content, Known: true}, nil
		}
	})
}
