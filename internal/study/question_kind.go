package study

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	personalName = regexp.MustCompile(`(?i)\b(e-?mail|phone|telephone|mobile|ip[ _-]?address|postal address|street address|(first|last|full|contact|respondent|your|sur|family)[ _-]?name|surname|vorname|nachname|telefon\w*)\b`)
	dateName     = regexp.MustCompile(`(?i)date|datum|timestamp|^start|^end\d*$|time$`)
	openName     = regexp.MustCompile(`(?i)\b(why|describe|explain|comments?|specify|examples?|what|how|tell us|thoughts|reasons?|open[- ]ended|other|warum|wieso|beschreib\w*|anmerkung\w*|sonstiges)\b`)
	silent       = regexp.MustCompile(`(?i)^(don[’']?t know|do not know|i don[’']?t know|dk\b|not sure|refuse|prefer not|no answer|not applicable|n/a\b|weiß nicht|keine angabe)`)
)

// saysPersonal says whether a column is called as personal data is, and not a question about it.
func saysPersonal(title string) bool {
	return personalName.MatchString(title) && WordCount(title) <= 4
}

func (a *asking) single(q *Question, at int) {
	q.Name, q.Label = a.called(a.words(at))
	if part := a.heads[at].part; len(a.Heads) > 1 && part != "" && !otherPart.MatchString(part) && !a.taken[Fold(part)] {
		delete(a.taken, Fold(q.Name))
		q.Name, q.Label = a.called(part)
		q.Label = Shorten(a.words(at), MaxProse)
	}
	if label := a.labels[Fold(a.Columns[at])]; label != "" {
		q.Label = Shorten(label, MaxProse)
	}
	a.sort(q, at)
	for i, o := range q.Options {
		if label := a.values[Fold(a.Columns[at])][Fold(o.Value)].Label; label != "" && Fold(label) != Fold(o.Value) {
			q.Options[i].Label = plainName(label)
		}
	}
}

// sort guesses the kind of a question of one column.
func (a *asking) sort(q *Question, at int) {
	c := a.cells[at]
	silence := a.silence(at)
	g := c.without(silence).guess()
	q.Comma, q.MonthFirst, q.Missing = g.How.Comma, g.How.MonthFirst, append(silence, g.Missing...)
	switch {
	case c.filled == 0, g.Personal, saysPersonal(a.Columns[at]):
		q.Sort, q.Missing = AskNothing, nil
	case a.labelled(q, at):
	case (g.Sort == KindDecimal || g.Sort == KindInteger) && dateName.MatchString(a.Columns[at]) && all(c.values, excelDay.MatchString), g.Sort == KindDate:
		q.Sort = AskDate
	case g.Sort == KindInteger && twoCodes(c.values):
		q.Sort = AskSingle
		for _, v := range slices.Sorted(slices.Values(c.values)) {
			q.Options = append(q.Options, Option{Value: v})
		}
	case g.Sort == KindInteger, g.Sort == KindDecimal:
		q.Sort = AskNumber
	case g.Sort == KindSeveral:
		q.Sort, q.Options = AskMultiple, named(g.Options)
	case g.Sort == KindYesNo || g.Sort == KindOne:
		if options := c.commas(); len(g.Options) > fewChoices && 3*len(options) < 2*len(g.Options) && len(options) > 0 {
			q.Sort, q.Options = AskMultiple, options
			return
		}
		a.chosen(q, c)
	default:
		a.written(q, at)
	}
}

// twoCodes says whether values are two that stand for something, such as 0 and 1.
func twoCodes(values []string) bool {
	return len(values) == 2 && all(values, func(s string) bool { return s == "0" || s == "1" || s == "2" })
}

// silence are the values that say, in whatever words, that there is no answer.
func (c column) silence() (out Texts) {
	for _, v := range c.values {
		if silent.MatchString(v) && utf8.RuneCountInString(v) <= 60 && len(out) < maxMissing/2 && len(c.values) <= mostGuessed {
			out = append(out, v)
		}
	}
	if len(out) == len(c.values) {
		return nil
	}
	return out
}

// silence are the values of a column that say that there is no answer, in their words or as the
// code list has it.
func (a *asking) silence(at int) Texts {
	out := a.cells[at].silence()
	for _, l := range a.values[Fold(a.Columns[at])] {
		if v := a.cells[at].written(l.Value); l.Missing && !slices.Contains(out, v) && len(out) < maxMissing {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// written is a value of a code list as the cells of the column have it.
func (c column) written(value string) string {
	for _, v := range c.values {
		if Fold(v) == Fold(value) {
			return v
		}
	}
	return value
}

// without gives the column but for some of its values.
func (c column) without(some Texts) column {
	if len(some) == 0 {
		return c
	}
	rest := column{counts: c.counts}
	for _, v := range c.values {
		if !slices.Contains(some, v) {
			rest.values, rest.filled = append(rest.values, v), rest.filled+c.counts[v]
		}
	}
	return rest
}

// labelled takes the options from the code list, when it has them.
func (a *asking) labelled(q *Question, at int) bool {
	known := a.values[Fold(a.Columns[at])]
	c := a.cells[at]
	if len(known) == 0 || !all(c.values, func(v string) bool { return known[Fold(v)].Label != "" || slices.Contains(q.Missing, v) }) {
		return false
	}
	q.Sort, q.Missing = AskSingle, nil
	for _, l := range known {
		value := c.written(l.Value)
		if silent.MatchString(l.Label) || l.Missing {
			q.Missing = append(q.Missing, value)
			continue
		}
		q.Options = append(q.Options, Option{Value: value, Label: plainName(l.Label)})
	}
	slices.SortFunc(q.Options, func(x, y Option) int { return compareFolded(x.Value, y.Value) })
	slices.Sort(q.Missing)
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	if _, is := laddered(labels); is {
		q.Sort = AskScale
	}
	return true
}

func named(list Options) (out Options) {
	used := map[string]bool{}
	for _, o := range list {
		if used[Fold(o.Value)] = true; o.check() == nil {
			out = append(out, o)
		}
	}
	return out
}

// chosen makes a single question of the values of a column, or a scale item when they are
// steps from less to more.
func (a *asking) chosen(q *Question, c column) {
	var values []string
	seen := map[string]bool{}
	for _, v := range c.values {
		if !slices.ContainsFunc(q.Missing, func(m string) bool { return Fold(m) == Fold(v) }) && !seen[Fold(v)] {
			seen[Fold(v)] = true
			values = append(values, v)
		}
	}
	slices.SortFunc(values, compareSizes)
	q.Sort = AskSingle
	if steps, is := laddered(values); is {
		q.Sort, values = AskScale, steps
	}
	for _, v := range values {
		q.Options = append(q.Options, Option{Value: v})
	}
}

var (
	firstNumber = regexp.MustCompile(`\d[\d,. ]*`)
	lessThan    = regexp.MustCompile(`(?i)^(less|fewer|under|below|up to|weniger|unter|bis)\b|^<`)
	moreThan    = regexp.MustCompile(`(?i)^(more|over|above|mehr|über)\b|^>|\+$|\b(or more|and over|and above)$`)
)

// compareSizes orders classes such as 2-50, 51-250 and More than 250 by size, and what has no
// figures before them by its letters.
func compareSizes(a, b string) int {
	x, hasX := sizeOf(a)
	y, hasY := sizeOf(b)
	if !hasX || !hasY {
		return cmp.Or(compareBools(hasX, hasY), compareFolded(a, b))
	}
	return cmp.Or(cmp.Compare(x, y), compareFolded(a, b))
}

func sizeOf(text string) (float64, bool) {
	size, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(strings.TrimRight(firstNumber.FindString(text), "., ")), 64)
	switch {
	case lessThan.MatchString(text):
		size -= 0.5
	case moreThan.MatchString(text):
		size += 0.5
	}
	return size, err == nil
}

// written tells open answers from short texts, such as numbers of devices, and from choices
// with commas between them.
func (a *asking) written(q *Question, at int) {
	c := a.cells[at]
	if options := c.commas(); len(options) > 0 {
		q.Sort, q.Options = AskMultiple, options
		return
	}
	if _, is := laddered(c.values); is || c.recurring() {
		a.chosen(q, c)
		return
	}
	q.Sort, q.Missing = AskText, nil
	words, prose, spaced := 0, 0, 0
	for _, v := range c.values {
		n := WordCount(v)
		words += n
		if n >= 3 {
			prose++
		}
		if strings.Contains(v, " ") {
			spaced++
		}
	}
	many := 2*len(c.values) > c.filled || len(c.values) > mostGuessed && 5*len(c.values) < words
	switch {
	case !many || 2*spaced < len(c.values) && !openName.MatchString(a.words(at)):
	case codeLike(c.values), firmName.MatchString(a.Columns[at]):
	case 2*prose > len(c.values), openName.MatchString(a.words(at)) && words > len(c.values):
		q.Sort = AskOpen
	}
}

const fewChoices = 8

// recurring says whether a few texts, however long, stand in all cells.
func (c column) recurring() bool {
	return len(c.values) <= mostGuessed/2 && 3*len(c.values) <= c.filled && all(c.values, func(v string) bool {
		return utf8.RuneCountInString(v) <= MaxName-8 && !strings.Contains(v, "\n") && strings.Join(strings.Fields(v), " ") == v
	})
}

var coded = regexp.MustCompile(`->|^\S*\d\S*$|^[0-9A-Fa-f:-]{12,}$`)

// codeLike says whether most texts are what programs write.
func codeLike(values []string) bool {
	n := 0
	for _, v := range values {
		if coded.MatchString(v) {
			n++
		}
	}
	return 2*n > len(values)
}

// commas gives the options of cells that hold several of few answers with commas between them.
func (c column) commas() Options {
	parts, total, joined := map[string]string{}, 0, 0
	for _, v := range c.values {
		some := commaParts(v)
		if len(some) > 1 {
			joined += c.counts[v]
		}
		for _, p := range some {
			if utf8.RuneCountInString(p) > longOption {
				return nil
			}
			total += c.counts[v]
			parts[Fold(p)] = p
		}
		if len(parts) > mostGuessed/2 {
			return nil
		}
	}
	if 4*joined < c.filled || 4*len(parts) > total {
		return nil
	}
	return named(optionsOf(parts))
}

// commaParts parts a text at its commas, but not within brackets.
func commaParts(text string) (out []string) {
	depth, from := 0, 0
	take := func(end int) {
		if p := strings.TrimSpace(text[from:end]); p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth <= 0:
			take(i)
			from = i + 1
		}
	}
	take(len(text))
	return out
}
