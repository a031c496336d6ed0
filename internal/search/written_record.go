package search

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// readWritten reads a record in the very form that it is written in, which takes a fifth of the time
// that reading any JSON takes. False where it is of another form, or damaged: then that is left to
// encoding/json, and what is given holds nothing.
func readWritten(stored string) (r record, ok bool) {
	w := &writtenRecord{rest: stored, ok: true}
	r.Strand = study.ID(w.text(`{"strand":`))
	r.Language = w.text(`,"language":`)
	if strings.HasPrefix(w.rest, `,"speaker":`) {
		r.Speaker = w.text(`,"speaker":`)
	}
	r.Start = w.number(`,"start":`)
	r.Text = w.text(`,"text":`)
	for opening := `,"codings":[{"code":`; w.ok && strings.HasPrefix(w.rest, opening); opening = `,{"code":` {
		p := pair{study.ID(w.text(opening)), study.ID(w.text(`,"coder":`))}
		r.Codings = append(r.Codings, p)
		w.skip("}")
	}
	if len(r.Codings) > 0 {
		w.skip("]")
	}
	if w.skip("}"); !w.ok || w.rest != "" {
		return record{}, false
	}
	return r, true
}

// writtenRecord is what is left of a record, as long as it is of the form expected.
type writtenRecord struct {
	rest string
	ok   bool
}

func (w *writtenRecord) skip(part string) {
	rest, found := strings.CutPrefix(w.rest, part)
	w.rest, w.ok = rest, w.ok && found
}

func (w *writtenRecord) number(before string) int {
	w.skip(before)
	end := 0
	for end < len(w.rest) && '0' <= w.rest[end] && w.rest[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(w.rest[:end])
	w.ok = w.ok && err == nil && (w.rest[0] != '0' || end == 1)
	w.rest = w.rest[end:]
	return n
}

func (w *writtenRecord) text(before string) (out string) {
	w.skip(before + `"`)
	end, plain := endOfText(w.rest)
	if !w.ok || end < 0 || !utf8.ValidString(w.rest[:end]) {
		w.ok = false
		return ""
	}
	if out = w.rest[:end]; !plain {
		w.ok = json.Unmarshal([]byte(`"`+out+`"`), &out) == nil
	}
	w.rest = w.rest[end+1:]
	return out
}

// endOfText finds the quotation mark that ends a text, and says whether the text stands there as it
// is; below 0 where none does, or where something stands in it that JSON doesn't allow.
func endOfText(s string) (end int, plain bool) {
	plain = true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return i, plain
		case c == '\\':
			plain = false
			i++
		case c < ' ':
			return -1, false
		}
	}
	return -1, false
}
