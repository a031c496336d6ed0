package refi

import (
	"regexp"
	"time"
)

// settle makes values right whose writing the XML can't check, after everything was read.
func (p *Project) settle(found *findings) {
	for i := range p.Cases {
		settleValues(p.Cases[i].Values, found)
	}
	if p.Sources != nil {
		for i := range p.Sources.List {
			settleValues(p.Sources.List[i].Values, found)
		}
	}
}

func settleValues(list []Value, found *findings) {
	for i := range list {
		v := &list[i]
		for _, one := range []struct {
			said  **string
			valid func(string) bool
		}{{&v.Boolean, isBoolean}, {&v.Integer, isInteger}, {&v.Float, isFloat}, {&v.Date, isDate}, {&v.DateTime, isDateTime}} {
			if *one.said != nil && !one.valid(**one.said) {
				found.add(Changed, "", "A value is not written as its type asks; it was read as text.")
				v.Text, *one.said = *one.said, nil
			}
		}
	}
}

var (
	integers = regexp.MustCompile(`^\s*[+-]?\d{1,400}\s*$`)
	floats   = regexp.MustCompile(`^\s*[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})\s*$`)
	dates    = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$`)
)

func isBoolean(s string) bool  { _, _, ok := writtenBoolean(s); return ok }
func isInteger(s string) bool  { return integers.MatchString(s) }
func isFloat(s string) bool    { return floats.MatchString(s) }
func isDateTime(s string) bool { _, exact, ok := writtenTime(s); return ok && exact }

func isDate(s string) bool {
	part := dates.FindStringSubmatch(s)
	if part == nil {
		return false
	}
	_, err := time.Parse("2006-01-02", part[1])
	return err == nil
}
