package study

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Reading says how figures and dates of a column are written, where that can't be told from
// one alone. The zero Reading is what a person types: 1,234.5 and 31/12/2026.
type Reading struct {
	Comma      bool // decimals follow a comma: 1.234,5
	MonthFirst bool // 12/31/2026
}

// MaxValue is the longest value of a text variable, in code points.
const MaxValue = 10_000

// between stands between the parts of a value of kind several.
const between = "\n"

// Parse reads a text as a value of the variable, in the one form that it is kept in: figures
// without grouping and with a point, dates as 2026-12-31, yes or no, options by their value
// and those of kind several in the order of the options, each in a line. A value that counts
// as missing stays as it is listed. "" is no value.
func (v Variable) Parse(text string) (string, error) { return v.Read(text, Reading{}) }

// Read is Parse for a column that is written in some way.
func (v Variable) Read(text string, how Reading) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", nil
	}
	if missing, is := v.missing(text, how); is {
		return missing, nil
	}
	value, ok := "", false
	switch v.Sort {
	case KindText:
		value, ok = strings.ReplaceAll(text, "\r\n", "\n"), len([]rune(text)) <= MaxValue && CheckProse("value", text) == nil
	case KindInteger:
		value, ok = readInteger(text, how)
	case KindDecimal:
		value, ok = readDecimal(text, how)
	case KindYesNo:
		value, ok = readYesNo(text)
	case KindDate:
		value, ok = readDate(text, how)
	case KindOne:
		var o Option
		o, ok = v.Options.named(text)
		value = o.Value
	case KindSeveral:
		value, ok = v.several(text)
	}
	if !ok {
		return "", FieldError("values", "“%s” is %s of “%s”.", Shorten(text, 60), noValue[v.Sort], v.Name)
	}
	return value, nil
}

// noValue says what a text is not, by kind.
var noValue = map[string]string{
	KindText:    "too long or holds characters that can't be shown, so it is no value",
	KindInteger: "no whole number, so it is no value",
	KindDecimal: "no number, so it is no value",
	KindYesNo:   "neither yes nor no, so it is no value",
	KindDate:    "no date, so it is no value",
	KindOne:     "none of the options",
	KindSeveral: "none of the options",
}

// missing gives the value that counts as missing which a text means.
func (v Variable) missing(text string, how Reading) (string, bool) {
	folded := Fold(text)
	number, isNumber := "", false
	if v.Sort == KindInteger || v.Sort == KindDecimal {
		number, isNumber = readDecimal(text, how)
	}
	for _, m := range v.Missing {
		if Fold(m) == folded {
			return m, true
		}
		if of, is := readDecimal(m, Reading{}); isNumber && is && of == number {
			return m, true
		}
	}
	return "", false
}

// IsMissing says whether a value counts as missing, or is none.
func (v Variable) IsMissing(value string) bool {
	return value == "" || slices.Contains(v.Missing, value)
}

// several reads options with semicolons, bars or line ends between them.
func (v Variable) several(text string) (string, bool) {
	chosen := map[string]bool{}
	for _, part := range Parts(text) {
		o, known := v.Options.named(part)
		if !known {
			return "", false
		}
		chosen[o.Value] = true
	}
	var out []string
	for _, o := range v.Options {
		if chosen[o.Value] {
			out = append(out, o.Value)
		}
	}
	return strings.Join(out, between), len(out) > 0
}

// Parts gives the parts of a text of several answers, each once.
func Parts(text string) (out []string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return out
}

var (
	plainNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$`)
	byThousands = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$`)
	bigger      = strings.NewReplacer("\u00a0", "", "\u202f", "", "\u2009", "", " ", "", "'", "", "’", "", "−", "-")
)

// number writes a figure with a point and without grouping; false when it is none.
func number(text string, how Reading) (string, bool) {
	s := bigger.Replace(text)
	if how.Comma {
		s = strings.NewReplacer(".", ",", ",", ".").Replace(s)
	}
	if strings.Contains(s, ",") {
		switch {
		case byThousands.MatchString(s):
			s = strings.ReplaceAll(s, ",", "")
		case strings.Count(s, ",") == 1 && !strings.Contains(s, "."):
			s = strings.ReplaceAll(s, ",", ".") // 3,5 can only be meant so
		}
	}
	return s, plainNumber.MatchString(s)
}

func readDecimal(text string, how Reading) (string, bool) {
	s, is := number(text, how)
	if !is {
		return "", false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) {
		return "", false
	}
	return formatNumber(f), true
}

func formatNumber(f float64) string {
	if f == 0 {
		return "0" // and not -0
	}
	if a := math.Abs(f); a >= 1e15 || a < 1e-6 {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// maxWhole is the largest whole number that every program reads exactly.
const maxWhole = 1<<53 - 1

func readInteger(text string, how Reading) (string, bool) {
	s, is := number(text, how)
	if !is {
		return "", false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > maxWhole {
		return "", false
	}
	return strconv.FormatInt(int64(f), 10), true
}

var yesNo = map[string]string{"yes": "yes", "y": "yes", "true": "yes", "ja": "yes", "j": "yes", "wahr": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "nein": "no", "falsch": "no", "0": "no"}

func readYesNo(text string) (string, bool) {
	value, ok := yesNo[Fold(text)]
	return value, ok
}

const isoDate = "2006-01-02"

var (
	figures   = regexp.MustCompile(`^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$`)
	timeOfDay = regexp.MustCompile(`[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[aApP][mM])?(Z|[+-]\d{2}:?\d{2})?$`)
	excelDay  = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	inWords   = []string{"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006", "2-Jan-2006", "2-Jan-06"}
	daysIn    = map[string]string{"januar": "january", "jänner": "january", "februar": "february", "märz": "march", "mai": "may", "juni": "june", "juli": "july", "oktober": "october", "dezember": "december", "okt": "oct", "dez": "dec", "sept": "sep", "mär": "mar"}
	wordOnly  = regexp.MustCompile(`\p{L}+`)
)

// readDate reads a date in figures or words, or the number by which Excel keeps one. The time
// of day is left out.
func readDate(text string, how Reading) (string, bool) {
	text = timeOfDay.ReplaceAllString(text, "")
	if excelDay.MatchString(text) {
		n, err := strconv.ParseFloat(text, 64)
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(isoDate), err == nil && n >= 10_000
	}
	if part := figures.FindStringSubmatch(text); part != nil {
		return dateOf(part[1:], strings.Contains(text, "."), how)
	}
	words := strings.Join(strings.Fields(strings.NewReplacer(",", " ", ". ", " ").Replace(text)), " ")
	words = wordOnly.ReplaceAllStringFunc(words, func(w string) string {
		if english, german := daysIn[strings.ToLower(w)]; german {
			return english
		}
		return w
	})
	for _, layout := range inWords {
		if at, err := time.Parse(layout, words); err == nil {
			return at.Format(isoDate), true
		}
	}
	return "", false
}

// dateOf reads three figures: year first when it has four, else day first, or month first
// where a column is written so; with points between them the day always comes first.
func dateOf(part []string, points bool, how Reading) (string, bool) {
	year, month, day := part[2], part[1], part[0]
	switch {
	case len(part[0]) == 4:
		year, day = part[0], part[2]
	case how.MonthFirst && !points:
		month, day = part[0], part[1]
	}
	if len(year) == 2 {
		if year = "20" + year; year >= "2050" {
			year = "19" + year[2:]
		}
	}
	at, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	return at.Format(isoDate), err == nil && len(year) == 4
}

// ReadJSON reads a value as the interface speaks it: a text, a number, true or false, a list,
// or nil for none.
func (v Variable) ReadJSON(value any) (string, error) {
	switch value := value.(type) {
	case nil:
		return "", nil
	case string:
		return v.Parse(value)
	case bool:
		return v.Parse(map[bool]string{true: "yes", false: "no"}[value])
	case float64:
		return v.Parse(formatNumber(value))
	case []any:
		var parts []string
		for _, one := range value {
			text, is := one.(string)
			if !is {
				return "", FieldError("values", "The value of “%s” is a list of something else than texts.", v.Name)
			}
			parts = append(parts, text)
		}
		return v.Parse(strings.Join(parts, between))
	}
	return "", FieldError("values", "The value of “%s” is neither a text, a number, true or false, nor a list.", v.Name)
}

// JSON is a value as the interface speaks it.
func (v Variable) JSON(value string) any {
	number := func() any {
		if f, err := strconv.ParseFloat(value, 64); err == nil {
			return f
		}
		return value
	}
	switch {
	case value == "":
		return nil
	case v.Sort == KindInteger || v.Sort == KindDecimal:
		return number()
	case v.IsMissing(value):
		return value
	case v.Sort == KindYesNo:
		return value == "yes"
	case v.Sort == KindSeveral:
		return strings.Split(value, between)
	}
	return value
}

// Text is a value for people to read: options by their labels.
func (v Variable) Text(value string) string {
	if !v.Listed() || v.IsMissing(value) {
		return value
	}
	parts := strings.Split(value, between)
	for i, part := range parts {
		if o, known := v.Options.named(part); known && o.Label != "" {
			parts[i] = o.Label
		}
	}
	return strings.Join(parts, "; ")
}

// Compare orders two values: figures by their size, options by their place in the list, all
// else by its letters; what is missing comes last.
func (v Variable) Compare(a, b string) int {
	if x, y := v.IsMissing(a), v.IsMissing(b); x || y {
		return cmp.Or(compareBools(x, y), cmp.Compare(a, b))
	}
	switch v.Sort {
	case KindInteger, KindDecimal:
		x, errX := strconv.ParseFloat(a, 64)
		y, errY := strconv.ParseFloat(b, 64)
		if errX == nil && errY == nil {
			return cmp.Compare(x, y)
		}
	case KindOne, KindSeveral:
		return slices.Compare(v.places(a), v.places(b))
	}
	return cmp.Or(cmp.Compare(Fold(a), Fold(b)), cmp.Compare(a, b))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (v Variable) places(value string) (out []int) {
	for part := range strings.SplitSeq(value, between) {
		out = append(out, slices.IndexFunc(v.Options, func(o Option) bool { return o.Value == part }))
	}
	return out
}

// Converted reads a value of the variable as one of what the variable becomes.
func (v Variable) Converted(value string, to Variable) (string, error) {
	if value == "" {
		return "", nil
	}
	text := value
	switch {
	case v.IsMissing(value):
	case v.Sort == KindYesNo && (to.Sort == KindInteger || to.Sort == KindDecimal):
		text = map[string]string{"yes": "1", "no": "0"}[value]
	case v.Sort == KindSeveral && to.Sort != KindSeveral:
		text = strings.ReplaceAll(value, between, "; ")
	}
	return to.Parse(text)
}

// WithOptionsFor gives a listed variable that has no options those that some values of another
// kind need, in their order.
func (v Variable) WithOptionsFor(was Variable, values []string) Variable {
	if !v.Listed() || len(v.Options) > 0 {
		return v
	}
	seen := map[string]bool{}
	for _, value := range values {
		if was.IsMissing(value) {
			continue
		}
		parts := []string{value}
		if v.Sort == KindSeveral {
			parts = Parts(value)
		}
		for _, part := range parts {
			if !seen[Fold(part)] {
				seen[Fold(part)] = true
				v.Options = append(v.Options, Option{Value: part})
			}
		}
	}
	slices.SortFunc(v.Options, func(a, b Option) int { return was.Compare(a.Value, b.Value) })
	return v
}

// Refusal is a value that can't become what its variable becomes.
type Refusal struct{ Case, Value string }

// Refused says how many values can't be converted, and names the first.
func Refused(field, name string, some []Refusal) error {
	var named []string
	for _, r := range some[:min(len(some), 5)] {
		named = append(named, fmt.Sprintf("“%s” (“%s”)", r.Case, Shorten(r.Value, 40)))
	}
	said := strings.Join(named, ", ")
	if more := len(some) - len(named); more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	values := "1 value of “%s” doesn't fit: %s. Change it first."
	if len(some) > 1 {
		return FieldError(field, "%d values of “%s” don't fit: %s. Change them first.", len(some), name, said)
	}
	return FieldError(field, values, name, said)
}
