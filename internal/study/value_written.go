package study

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// MarshalJSON writes no values as {}, however they are kept.
func (v Values) MarshalJSON() ([]byte, error) {
	out := append(make([]byte, 0, 24*len(v)), '{')
	for i, slot := range slices.Sorted(maps.Keys(v)) {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendQuoted(append(appendQuoted(out, slot), ':'), v[slot])
	}
	return append(out, '}'), nil
}

// appendQuoted writes a text as json.Marshal does; a survey has a million of them.
func appendQuoted(out []byte, text string) []byte {
	if plain(text) {
		return append(append(append(out, '"'), text...), '"')
	}
	raw, _ := json.Marshal(text) // a text can always be written
	return append(out, raw...)
}

// plain says whether a text stands in JSON as it is.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || strings.IndexByte(`"\<>&`, c) >= 0 {
			return false
		}
	}
	return true
}

// Value writes the values as JSON.
func (v Values) Value() (driver.Value, error) {
	raw, err := v.MarshalJSON()
	return string(raw), err
}

// Scan reads what Value wrote; no values are nil.
func (v *Values) Scan(from any) error {
	*v = nil
	var raw WrittenValues
	switch from := from.(type) {
	case nil:
		return nil
	case string:
		raw = WrittenValues(from)
	case []byte:
		raw = WrittenValues(from)
	default:
		return fmt.Errorf("values can't be a %T", from)
	}
	if raw == "{}" {
		return nil
	}
	out := make(Values, strings.Count(string(raw), `":"`))
	err := raw.Each(func(slot, value string) { out[slot] = value })
	if err == nil {
		*v = out
	}
	return err
}

// WrittenValues are values as Value wrote them: thousands are laid out in columns without a
// map for each.
type WrittenValues string

// Each gives the values one by one. Where it comes upon anything that Value doesn't write, it
// begins again.
func (w WrittenValues) Each(give func(slot, value string)) error {
	if w.eachFlat(give) {
		return nil
	}
	var all map[string]string
	err := json.Unmarshal([]byte(w), &all)
	for slot, value := range all {
		give(slot, value)
	}
	return err
}

// eachFlat reads values as they are nearly always written, without spaces; false for anything
// else. A survey has a million of them.
func (w WrittenValues) eachFlat(give func(slot, value string)) bool {
	for rest, next := string(w), "{"; ; next = "," {
		after, is := strings.CutPrefix(rest, next)
		if !is {
			return rest == "}"
		}
		slot, after, isSlot := quoted(after)
		after, isValue := strings.CutPrefix(after, ":")
		value, after, isText := quoted(after)
		if !isSlot || !isValue || !isText {
			return w == "{}"
		}
		give(slot, value)
		rest = after
	}
}

// quoted reads a JSON string at the beginning of a text, and gives what stands behind it.
func quoted(text string) (is, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	end := strings.IndexByte(text[1:], '"') + 1
	if end < 1 {
		return "", "", false
	}
	if strings.IndexByte(text[:end], '\\') < 0 {
		return text[1:end], text[end+1:], true
	}
	for end = 1; end < len(text) && text[end] != '"'; end++ {
		if text[end] == '\\' {
			end++
		}
	}
	if end >= len(text) || json.Unmarshal([]byte(text[:end+1]), &is) != nil {
		return "", "", false
	}
	return is, text[end+1:], true
}
