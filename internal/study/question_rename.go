package study

import (
	"slices"
	"strings"
)

// OptionRename is an option, or a value that counts as missing, that is called otherwise. One that
// becomes another that is there is one with it.
type OptionRename struct {
	Was string `json:"was" doc:"As it is kept"`
	Is  string `json:"is"`
}

// WithRenamed gives a question with values that are called otherwise, one after the other. Tables
// that have them as they were are read so from then on.
func (q Question) WithRenamed(list []OptionRename) (Question, error) {
	q.Options, q.Missing = slices.Clone(q.Options), slices.Clone(q.Missing)
	for _, one := range list {
		one.Is = strings.TrimSpace(one.Is)
		if err := CheckName("options", one.Is); err != nil {
			return q, err
		}
		if err := q.rename(one); err != nil {
			return q, err
		}
		q.Renamed = q.Renamed.renaming(one)
	}
	return q, nil
}

func (q *Question) rename(one OptionRename) error {
	option := func(value string) int {
		return slices.IndexFunc(q.Options, func(o Option) bool { return Fold(o.Value) == Fold(value) })
	}
	missing := func(value string) int {
		return slices.IndexFunc(q.Missing, func(m string) bool { return Fold(m) == Fold(value) })
	}
	at, absent := option(one.Was), missing(one.Was)
	joins := Fold(one.Was) != Fold(one.Is) && (option(one.Is) >= 0 || missing(one.Is) >= 0)
	switch {
	case at < 0 && absent < 0 || !q.Listed():
		return FieldError("options", "“%s” has no option “%s”.", q.Name, Shorten(one.Was, 60))
	case joins && q.Spread():
		return FieldError("options", "Each option of “%s” is a column of its own, so two can't be joined.", q.Name)
	case joins && at >= 0:
		q.Options = slices.Delete(q.Options, at, at+1)
	case joins:
		q.Missing = slices.Delete(q.Missing, absent, absent+1)
	case at >= 0:
		q.Options[at].Value = one.Is
	default:
		q.Missing[absent] = one.Is
	}
	return nil
}

// renaming remembers what a value was called in tables.
func (v Values) renaming(one OptionRename) Values {
	out := v.With(Fold(one.Was), one.Is)
	for was, is := range out {
		if is == one.Was {
			out[was] = one.Is
		}
	}
	delete(out, Fold(one.Is)) // it is a value again
	return out
}

// current is a cell of a table with values that were renamed since as they are called now.
func (q Question) current(text string) string {
	if len(q.Renamed) == 0 {
		return text
	}
	if is, renamed := q.Renamed[Fold(text)]; renamed {
		return is
	}
	if q.Sort != AskMultiple {
		return text
	}
	return eachPart(Parts(text), func(part string) string {
		if is, renamed := q.Renamed[Fold(part)]; renamed {
			return is
		}
		return part
	})
}

// renamedValue is an answer as it is kept after renames.
func renamedValue(value string, list []OptionRename) string {
	if value == "" || len(list) == 0 {
		return value
	}
	return eachPart(strings.Split(value, between), func(part string) string {
		for _, one := range list {
			if Fold(part) == Fold(one.Was) {
				part = strings.TrimSpace(one.Is)
			}
		}
		return part
	})
}

func eachPart(parts []string, is func(string) string) string {
	out := make([]string, len(parts))
	for i, part := range parts {
		out[i] = is(part)
	}
	return strings.Join(out, between)
}
