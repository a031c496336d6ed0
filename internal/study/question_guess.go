package study

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// CodeLabel is a line of a code list: what a variable, or one of its values, means.
type CodeLabel struct{ Variable, Value, Label string }

// ColumnFound is what is found in a column of a survey's table.
type ColumnFound struct {
	Column   string `json:"column"`
	Filled   int    `json:"filled" doc:"Cells that hold something"`
	Distinct int    `json:"distinct" doc:"Different ones among them"`
	Guess    string `json:"guess" enum:"single,multiple,scale,number,date,open,text,ignore"`
	Question string `json:"question" doc:"Id of the question that it is, or is a part of"`
	Examples Texts  `json:"examples" doc:"The first five that are different"`
	Warnings Texts  `json:"warnings" doc:"Sentences"`
	Personal bool   `json:"personal,omitempty" doc:"It looks like names, e-mail addresses, telephone numbers or addresses of computers, and is left out unless it is asked for"`
	Constant bool   `json:"constant,omitempty" doc:"All filled cells are the same"`
}

// asking guesses the questions of a table.
type asking struct {
	Table
	heads  []head // by column
	cells  []column
	labels map[string]string            // of variables
	values map[string]map[string]string // labels of values, by variable
	taken  map[string]bool
	ids    map[string]bool
}

// head is what a column is called: the words of its question, and of its part of it.
type head struct {
	stem, part string
	title      string // what it is called in one
}

// GuessQuestions says what the columns of a table most likely ask. Columns that given
// questions have already are left to them; those come first in the order of their first column.
func GuessQuestions(t Table, labels []CodeLabel, given Questions) (Questions, []ColumnFound) {
	a := newAsking(t, labels)
	of := map[string]int{} // columns to places in out
	out := slices.Clone(given)
	for i := range out {
		a.taken[Fold(out[i].Name)], a.ids[out[i].ID] = true, true
	}
	for i := range out {
		if out[i].ID == "" {
			out[i].ID = a.newID()
		}
		if len(out[i].Columns) > 0 {
			out[i] = a.given(out[i])
		}
		for _, c := range out[i].Columns {
			of[Fold(c)] = i
		}
	}
	found := make([]ColumnFound, len(t.Columns))
	for at := 0; at < len(t.Columns); {
		if i, is := of[Fold(t.Columns[at])]; is {
			found[at] = a.found(at, out[i].ID)
			at++
			continue
		}
		q, n := a.question(at, func(c int) bool { _, is := of[Fold(t.Columns[c])]; return !is })
		out = append(out, q)
		for c := at; c < at+n; c++ {
			found[c] = a.found(c, q.ID)
			found[c].Guess = q.Sort
		}
		at += n
	}
	place := map[string]int{}
	for at, f := range found {
		if _, seen := place[f.Question]; !seen {
			place[f.Question] = at
		}
	}
	slices.SortStableFunc(out, func(x, y Question) int { return place[x.ID] - place[y.ID] })
	a.items(out)
	for at := range found {
		i := slices.IndexFunc(out, func(q Question) bool { return q.ID == found[at].Question })
		found[at].Guess = out[i].Sort
	}
	return out, found
}

func newAsking(t Table, labels []CodeLabel) *asking {
	a := &asking{Table: t, heads: make([]head, len(t.Columns)), cells: make([]column, len(t.Columns)), labels: map[string]string{}, values: map[string]map[string]string{}, taken: map[string]bool{}, ids: map[string]bool{}}
	for _, l := range labels {
		v := Fold(l.Variable)
		if l.Value == "" {
			a.labels[v] = l.Label
			continue
		}
		if a.values[v] == nil {
			a.values[v] = map[string]string{}
		}
		a.values[v][Fold(l.Value)] = l.Label
	}
	for at := range t.Columns {
		a.cells[at] = gather(t.column(at))
	}
	a.name()
	return a
}

func (a *asking) newID() string {
	for {
		if id := SlotOf(NewID()); !a.ids[id] {
			a.ids[id] = true
			return id
		}
	}
}

var parted = regexp.MustCompile(`^(.+?)(?:\s*\[(.*)\](?:\.\d+)?|\s*[./]\s?([\pL\d]{1,12})|\s+[-–]\s+(.+))$`)

// name finds the words of every column: of its question and of its part of it. Where two rows
// name the columns, the first has each question once.
func (a *asking) name() {
	last := ""
	for at, title := range a.Columns {
		h := head{title: title}
		switch {
		case len(a.Heads) > 1:
			above, below := cell(a.Heads[0], at), cell(a.Heads[len(a.Heads)-1], at)
			if above != "" || below == "" {
				last = above
			}
			h.stem, h.part = last, below
			if above == below || plainPart.MatchString(below) {
				h.part = ""
			}
		default:
			if part := parted.FindStringSubmatch(title); part != nil {
				h.stem, h.part = strings.TrimSpace(part[1]), firstFilled(part[2:])
			}
		}
		a.heads[at] = h
	}
}

// otherPart is where respondents write what no option says.
var otherPart = regexp.MustCompile(`(?i)^(other|sonstige)`)

// plainPart is what survey tools write under a question that has one column.
var plainPart = regexp.MustCompile(`(?i)^(open-ended )?response ?\d*$`)

func firstFilled(list []string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// question guesses what begins with a column, and how many columns it takes.
func (a *asking) question(at int, free func(int) bool) (Question, int) {
	n := 1
	for a.ticked(at) && at+n < len(a.Columns) && free(at+n) && a.ticked(at+n) && a.heads[at].stem != "" && a.heads[at+n].stem == a.heads[at].stem {
		n++
	}
	q := Question{ID: a.newID(), Columns: Texts(slices.Clone(a.Columns[at : at+n]))}
	if n > 1 {
		a.spread(&q, at, n)
		return q, n
	}
	a.single(&q, at)
	return q, 1
}

// ticks are what cells say of an option that was chosen, or that was not.
var ticks = map[string]bool{"1": true, "x": true, "yes": true, "y": true, "true": true, "ja": true, "wahr": true, "checked": true, "selected": true, "quoted": true, "✓": true,
	"0": false, "no": false, "n": false, "false": false, "nein": false, "falsch": false, "unchecked": false, "not selected": false, "not quoted": false}

// Ticked says whether a cell of an option's column says that it was chosen.
func Ticked(text string) bool {
	folded := Fold(text)
	yes, known := ticks[folded]
	return folded != "" && (yes || !known)
}

// ticked says whether a column is an option that is chosen or not: it holds what says so, or
// nothing but its own words.
func (a *asking) ticked(at int) bool {
	c := a.cells[at]
	if len(c.values) == 0 || len(c.values) > 2 || a.heads[at].part == "" {
		return false
	}
	if len(c.values) == 1 && c.filled > 1 && utf8.RuneCountInString(c.values[0]) <= MaxName {
		_, known := ticks[Fold(c.values[0])]
		return known || len(a.Heads) > 1 && c.filled < len(a.Rows)
	}
	return all(c.values, func(v string) bool { _, known := ticks[Fold(v)]; return known })
}

// spread makes a multiple question of columns, one for each option.
func (a *asking) spread(q *Question, at, n int) {
	q.Sort = AskMultiple
	used := map[string]bool{}
	for c := at; c < at+n; c++ {
		q.Options = append(q.Options, a.option(c, used))
	}
	q.Name, q.Label = a.called(a.heads[at].stem)
	if label := a.labels[Fold(q.Name)]; label != "" {
		q.Label = Shorten(label, MaxProse)
	}
	if a.noneTicked(at, n) {
		q.Options = append(q.Options, Option{Value: Free(noneOf, used)})
	}
}

// noneOf is the option of respondents who were asked and chose none.
const noneOf = "None of these"

// noneTicked says whether some row says of every option that it was not chosen.
func (a *asking) noneTicked(at, n int) bool {
	return slices.ContainsFunc(a.Rows, func(row []string) bool { return saysNone(row, at, n) })
}

func saysNone(row []string, at, n int) bool {
	said := false
	for c := at; c < at+n; c++ {
		text := cell(row, c)
		if Ticked(text) {
			return false
		}
		said = said || text != ""
	}
	return said
}

// option is what a column offers: its own words where cells repeat them, else its part of the
// names of columns.
func (a *asking) option(at int, used map[string]bool) Option {
	c, value := a.cells[at], a.heads[at].part
	if len(c.values) == 1 {
		if _, known := ticks[Fold(c.values[0])]; !known {
			value = c.values[0]
		}
	}
	o := Option{Value: plainName(value)}
	if label := a.labels[Fold(a.Columns[at])]; label != "" {
		o.Label = plainName(label)
	}
	o.Value = Free(o.Value, used)
	return o
}

// plainName makes a name of any text: one line, not too long.
func plainName(text string) string {
	return Shorten(strings.Join(strings.Fields(text), " "), MaxName-8)
}

// called makes the name of a question, and a label where the name can't say all.
func (a *asking) called(words string) (name, label string) {
	words = strings.Join(strings.Fields(words), " ")
	name = words
	if utf8.RuneCountInString(words) > longOption {
		name, label = strings.TrimSpace(Shorten(words, longOption-1))+"…", Shorten(words, MaxProse)
	}
	return Free(name, a.taken), label
}

// words are those of a question that one column is.
func (a *asking) words(at int) string {
	h := a.heads[at]
	if len(a.Heads) < 2 {
		return a.Columns[at]
	}
	return firstFilled([]string{strings.Trim(h.stem+" · "+h.part, " ·"), a.Columns[at]})
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
		if label := a.values[Fold(a.Columns[at])][Fold(o.Value)]; label != "" && Fold(label) != Fold(o.Value) {
			q.Options[i].Label = plainName(label)
		}
	}
}

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

// sort guesses the kind of a question of one column.
func (a *asking) sort(q *Question, at int) {
	c := a.cells[at]
	silence := c.silence()
	g := GuessColumn(a.without(at, silence))
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

func (a *asking) without(at int, some Texts) []string {
	cells := a.column(at)
	return slices.DeleteFunc(cells, func(s string) bool { return slices.Contains(some, strings.TrimSpace(s)) })
}

// labelled takes the options from the code list, when it has them.
func (a *asking) labelled(q *Question, at int) bool {
	known := a.values[Fold(a.Columns[at])]
	c := a.cells[at]
	if len(known) == 0 || !all(c.values, func(v string) bool { return known[Fold(v)] != "" || slices.Contains(q.Missing, v) }) {
		return false
	}
	q.Sort, q.Missing = AskSingle, nil
	for value, label := range known {
		if silent.MatchString(label) {
			q.Missing = append(q.Missing, value)
			continue
		}
		q.Options = append(q.Options, Option{Value: value, Label: plainName(label)})
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
	}
	if len(parts) > mostGuessed/2 || 4*joined < c.filled || 4*len(parts) > total {
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

var itemName = regexp.MustCompile(`^(.*\D)(\d{1,3})$`)

const fewestItems = 3

// items makes scale items of number questions that are called alike and go over the same few
// whole numbers.
func (a *asking) items(list Questions) {
	groups := map[string][]int{}
	for i, q := range list {
		if q.Sort != AskNumber || len(q.Columns) != 1 {
			continue
		}
		if key, is := a.itemKey(q); is {
			groups[key] = append(groups[key], i)
		}
	}
	for _, group := range groups {
		if len(group) >= fewestItems {
			a.asItems(list, group)
		}
	}
}

// itemKey is what items of one scale have in common: their name but for a number.
func (a *asking) itemKey(q Question) (string, bool) {
	at := a.named(q.Columns[0])
	low, high := a.reach(q)
	if low < 0 || high > 10 || high-low < 2 {
		return "", false
	}
	if h := a.heads[at]; h.stem != "" {
		return Fold(h.stem), true
	}
	part := itemName.FindStringSubmatch(q.Name)
	if part == nil {
		return "", false
	}
	return Fold(part[1]), true
}

// reach is from where to where the whole numbers of a question go; -1 when there are others.
func (a *asking) reach(q Question) (low, high int) {
	low, high = 99, -1
	v := q.Variable()
	for _, text := range a.cells[a.named(q.Columns[0])].values {
		value, err := v.Read(text, q.Reading())
		if err != nil || v.IsMissing(value) {
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			return -1, 99
		}
		low, high = min(low, n), max(high, n)
	}
	return low, high
}

func (a *asking) asItems(list Questions, group []int) {
	low, high := 99, -1
	for _, i := range group {
		l, h := a.reach(list[i])
		low, high = min(low, l), max(high, h)
	}
	for _, i := range group {
		list[i].Sort, list[i].Comma = AskScale, false
		for n := low; n <= high; n++ {
			list[i].Options = append(list[i].Options, Option{Value: fmt.Sprint(n)})
		}
	}
}

const (
	mostExamples = 5
	longExample  = 120 // code points
)

var addressWithin = regexp.MustCompile(`\S+@\S+\.\pL{2,}`)

// found tells what a column holds, and what to look at.
func (a *asking) found(at int, question string) ColumnFound {
	c := a.cells[at]
	g := GuessColumn(a.column(at))
	f := ColumnFound{Column: a.Columns[at], Filled: c.filled, Distinct: len(c.values), Question: question, Personal: g.Personal || saysPersonal(a.Columns[at]), Constant: g.Constant}
	for _, v := range c.values[:min(len(c.values), mostExamples)] {
		f.Examples = append(f.Examples, Shorten(v, longExample))
	}
	within := 0
	for _, v := range c.values {
		if addressWithin.MatchString(v) {
			within++
		}
	}
	warn := func(format string, args ...any) { f.Warnings = append(f.Warnings, fmt.Sprintf(format, args...)) }
	switch {
	case c.filled == 0:
		warn("It is empty.")
	case f.Personal:
		warn("It looks like personal data and is left out unless you choose a kind for it.")
	case within > 0:
		warn("E-mail addresses stand in %d of its cells.", within)
	case f.Constant && !a.ticked(at):
		warn("It is the same in every row that has it.")
	case a.mixed(at):
		warn("Most of its cells are figures, and some are not.")
	}
	return f
}

// mixed says whether a column is nearly all figures.
func (a *asking) mixed(at int) bool {
	c, figures := a.cells[at], 0
	for _, v := range c.values {
		if _, is := readDecimal(v, Reading{Comma: false}); is {
			figures += c.counts[v]
		} else if silent.MatchString(v) {
			figures += c.counts[v]
		}
	}
	return figures < c.filled && 10*figures > 8*c.filled
}
