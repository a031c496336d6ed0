package refi

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// kindOf says what attributes hold, by their names; those that aren't here hold any text.
var kindOf = map[string]func(string) (value string, exact, ok bool){}

const ids = "guid targetGUID creatingUser creatingUserGUID modifyingUser modifyingUserGUID representedGUID sourceVertex targetVertex originGUID fromSyncPoint toSyncPoint"

func init() {
	for names, read := range map[string]func(string) (string, bool, bool){
		ids: writtenID,
		"startPosition endPosition firstX firstY secondX secondY page begin end timeStamp position": writtenWhole,
		"creationDateTime modifiedDateTime": writtenTime,
		"color":                             writtenColor,
		"isCodable":                         writtenBoolean,
		"direction":                         oneOf("Associative", "OneWay", "Bidirectional"),
		"lineStyle":                         oneOf("dotted", "dashed", "solid"),
		"shape":                             oneOf("Person", "Oval", "Rectangle", "RoundedRectangle", "Star", "LeftTriangle", "RightTriangle", "UpTriangle", "DownTriangle", "Note"),
		"typeOfVariable":                    oneOf(Text, Boolean, Integer, Float, Date, DateTime),
	} {
		for _, name := range strings.Fields(names) {
			kindOf[name] = read
		}
	}
}

// value gives an attribute in the form that the standard asks for; false when it can't be read.
func (c *cleaner) value(name, key, given string) (string, bool) {
	read := kindOf[key]
	if read == nil {
		return given, true
	}
	value, exact, ok := read(given)
	switch shown := study.Shorten(given, 60); {
	case !ok && strings.TrimSpace(given) == "":
		return "", false
	case !ok:
		c.found.add(Lost, c.place(name), "“%s” of %s can't be read, so it was left out: %s.", key, name, whatIsWrong[key])
	case !exact && isID(key):
		c.found.add(Changed, c.place(name), "“%s” of %s is no GUID; it got one that is made of it.", key, name)
	case !exact:
		c.found.add(Changed, c.place(name), "“%s” of %s is written as the standard doesn't know it, such as “%s”; it was read all the same.", key, name, shown)
	}
	return value, ok
}

func isID(key string) bool { return slices.Contains(strings.Fields(ids), key) }

// whatIsWrong says what an attribute that can't be read should be.
var whatIsWrong = map[string]string{
	"startPosition": "a position is a whole number", "endPosition": "a position is a whole number", "position": "a position is a whole number",
	"firstX": "a corner is a whole number", "firstY": "a corner is a whole number", "secondX": "a corner is a whole number", "secondY": "a corner is a whole number",
	"page": "a page is a whole number", "begin": "a time is a whole number of milliseconds", "end": "a time is a whole number of milliseconds", "timeStamp": "a time is a whole number of milliseconds",
	"creationDateTime": "a date is written as 2026-12-31T23:59:59Z", "modifiedDateTime": "a date is written as 2026-12-31T23:59:59Z",
	"color": "a colour is written as #RRGGBB", "isCodable": "it is true or false", "direction": "it is Associative, OneWay or Bidirectional",
	"lineStyle": "it is dotted, dashed or solid", "shape": "it is one of ten shapes", "typeOfVariable": "it is one of six types",
}

func writtenID(s string) (string, bool, bool) {
	if strings.TrimSpace(s) == "" {
		return "", false, false
	}
	id, exact := readID(s)
	return string(id), exact, true
}

// writtenWhole reads a whole number; a fraction is rounded.
func writtenWhole(s string) (string, bool, bool) {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseInt(s, 10, 32); err == nil {
		return strconv.FormatInt(n, 10), true, true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > math.MaxInt32 {
		return "", false, false
	}
	return strconv.FormatInt(int64(math.Round(f)), 10), false, true
}

// writtenTime reads a time. Without a zone it is taken for UTC, which the standard leaves open.
func writtenTime(s string) (string, bool, bool) {
	s = strings.TrimSpace(s)
	for i, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999", "2006-01-02"} {
		if at, err := time.Parse(layout, s); err == nil && at.UTC().Year() > 0 && at.UTC().Year() < 10_000 {
			return at.UTC().Format(time.RFC3339Nano), i < 2, true
		}
	}
	return "", false, false
}

var (
	sixDigits   = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	threeDigits = regexp.MustCompile(`^#[0-9a-fA-F]{3}$`)
	threeParts  = regexp.MustCompile(`^(?:rgba?\()?\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[\s\d.%]*)?\)?$`)
)

// writtenColor reads #RRGGBB, #RGB, #RRGGBBAA and what other programs write: 255,0,0 and
// rgba(255, 0, 0, 0.5).
func writtenColor(s string) (string, bool, bool) {
	s = strings.TrimSpace(s)
	switch {
	case sixDigits.MatchString(s):
		return s, true, true
	case threeDigits.MatchString(s):
		return "#" + strings.Repeat(s[1:2], 2) + strings.Repeat(s[2:3], 2) + strings.Repeat(s[3:], 2), true, true
	case len(s) == 9 && sixDigits.MatchString(s[:7]) && sixDigits.MatchString("#0000"+s[7:]):
		return s[:7], false, true
	}
	part := threeParts.FindStringSubmatch(s)
	if part == nil {
		return "", false, false
	}
	out := "#"
	for _, p := range part[1:] {
		n, err := strconv.ParseUint(p, 10, 8)
		if err != nil {
			return "", false, false
		}
		out += string("0123456789abcdef"[n>>4]) + string("0123456789abcdef"[n&15])
	}
	return out, false, true
}

func writtenBoolean(s string) (string, bool, bool) {
	switch t := strings.TrimSpace(s); t {
	case "true", "1":
		return "true", true, true
	case "false", "0":
		return "false", true, true
	default:
		value := strings.ToLower(t)
		return value, false, value == "true" || value == "false"
	}
}

// oneOf reads one of some words, whatever their case.
func oneOf(words ...string) func(string) (string, bool, bool) {
	return func(s string) (string, bool, bool) {
		s = strings.TrimSpace(s)
		i := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, s) })
		if i < 0 {
			return "", false, false
		}
		return words[i], words[i] == s, true
	}
}
