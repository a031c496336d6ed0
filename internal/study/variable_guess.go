package study

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Guess says what the values of a column most likely are.
type Guess struct {
	Sort     string
	How      Reading
	Options  Options
	Missing  Texts // words and codes that stand for no answer
	Personal bool  // most cells are e-mail addresses, telephone numbers or addresses of computers
	Filled   int
	Constant bool // all filled cells are the same
}

// column is what a guess knows of the cells of a column.
type column struct {
	filled  int
	values  []string       // distinct, in the order in which they come
	counts  map[string]int // by value
	missing Texts
}

const (
	mostGuessed = 50 // options of a list
	longOption  = 80 // code points
)

var (
	noAnswer    = []string{"n/a", "na", "#n/a", "n.a.", "refused", "don't know", "don’t know", "dk", "no answer", "not applicable", "k. a.", "k.a.", "keine angabe", "weiß nicht", "missing", "null"}
	noAnswerIs  = []string{"-999", "-998", "-99", "-98", "-97", "-96", "-95", "-88", "-77", "-66", "-9", "-8", "-7"}
	onlyComma   = regexp.MustCompile(`,(\d{1,2}|\d{4,})$`)
	leadingZero = regexp.MustCompile(`^0\d+$`)
	dayLike     = regexp.MustCompile(`^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b`)
	personal    = regexp.MustCompile(`^(\S+@\S+\.\S+|(\d{1,3}\.){3}\d{1,3}|\+?\d[\d ()/-]{8,}\d)$`)
)

// GuessColumn looks at all cells of a column, so that none is refused by the guess.
func GuessColumn(cells []string) Guess { return gather(cells).guess() }

func (c column) guess() Guess {
	g := Guess{Sort: KindText, Filled: c.filled, Constant: len(c.values) == 1 && c.filled > 1, Personal: c.personal()}
	plain := c.answers()
	if len(plain) == 0 {
		return g
	}
	g.How = Reading{Comma: writesComma(plain)}
	switch {
	case all(plain, func(s string) bool { _, is := readYesNo(s); return is && s != "0" && s != "1" }):
		g.Sort = KindYesNo
	case g.figures(plain):
		g.Missing = append(g.Missing, codesIn(plain)...)
	case g.dates(plain):
		g.Sort = KindDate
	case c.several(plain, &g), c.one(plain, &g):
	default:
		return g // a text may say anything
	}
	g.Missing = append(c.missing, g.Missing...)
	return g
}

func gather(cells []string) column {
	c := column{counts: map[string]int{}}
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		c.filled++
		if c.counts[cell]++; c.counts[cell] == 1 {
			c.values = append(c.values, cell)
		}
	}
	return c
}

// answers are the values without those that say that there is none, which are put aside.
func (c *column) answers() (out []string) {
	for _, v := range c.values {
		if slices.Contains(noAnswer, Fold(v)) {
			if !slices.ContainsFunc(c.missing, func(m string) bool { return Fold(m) == Fold(v) }) {
				c.missing = append(c.missing, v)
			}
			continue
		}
		out = append(out, v)
	}
	return out
}

func (c column) personal() bool {
	n := 0
	for _, v := range c.values {
		if personal.MatchString(v) && !dayLike.MatchString(v) && len(strings.Trim(v, "0123456789")) > 0 {
			n += c.counts[v]
		}
	}
	return 2*n > c.filled
}

func all(list []string, is func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !is(s) })
}

// writesComma says whether figures have a comma before their decimals.
func writesComma(list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return onlyComma.MatchString(s) })
}

// figures says whether all are numbers, and of which kind. Numbers with leading zeros are names.
func (g *Guess) figures(list []string) bool {
	if slices.ContainsFunc(list, leadingZero.MatchString) {
		return false
	}
	if !all(list, func(s string) bool { _, is := readDecimal(s, g.How); return is }) {
		return false
	}
	g.Sort = KindDecimal
	if all(list, func(s string) bool { _, is := readInteger(s, g.How); return is }) {
		g.Sort = KindInteger
	}
	return true
}

// codesIn gives the negative numbers that surveys write where there is no answer, if no other
// number is negative.
func codesIn(list []string) (out Texts) {
	for _, s := range list {
		if slices.Contains(noAnswerIs, s) {
			out = append(out, s)
		} else if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−") {
			return nil
		}
	}
	if len(out) == len(list) {
		return nil
	}
	return out
}

func (g *Guess) dates(list []string) bool {
	for _, monthFirst := range []bool{false, true} {
		how := Reading{MonthFirst: monthFirst}
		if all(list, func(s string) bool { _, is := readDate(s, how); return is }) {
			g.How = how
			return true
		}
	}
	return false
}

// several says whether cells hold several of few answers.
func (c column) several(list []string, g *Guess) bool {
	parts, total, joined := map[string]string{}, 0, 0
	for _, s := range list {
		some := Parts(s)
		if strings.Contains(s, "\n") || len(some) == 0 || slices.ContainsFunc(some, func(p string) bool { return utf8.RuneCountInString(p) > longOption }) {
			return false
		}
		if len(some) > 1 {
			joined += c.counts[s]
		}
		for _, p := range some {
			total += c.counts[s]
			if folded := Fold(p); parts[folded] == "" {
				parts[folded] = p
			}
		}
		if len(parts) > mostGuessed {
			return false
		}
	}
	if 20*joined < c.filled || 2*len(parts) > total {
		return false
	}
	g.Sort, g.Options = KindSeveral, optionsOf(parts)
	return true
}

// one says whether cells hold one of few answers, which recur.
func (c column) one(list []string, g *Guess) bool {
	values, total := map[string]string{}, 0
	for _, s := range list {
		if utf8.RuneCountInString(s) > longOption || strings.Contains(s, "\n") {
			return false
		}
		total += c.counts[s]
		if folded := Fold(s); values[folded] == "" {
			values[folded] = s
		}
		if len(values) > mostGuessed {
			return false
		}
	}
	if 2*len(values) > total {
		return false
	}
	g.Sort, g.Options = KindOne, optionsOf(values)
	return true
}

func optionsOf(values map[string]string) (out Options) {
	for _, v := range values {
		out = append(out, Option{Value: v})
	}
	slices.SortFunc(out, func(a, b Option) int { return compareFolded(a.Value, b.Value) })
	return out
}
