package ingest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selvedge/selvedge/internal/study"
)

// weave makes the document: times and labels leave the paragraphs, turns are formed
// and joined to one text.
func weave(ctx context.Context, in *input, found *draft, rules []SpeakerRule) (*Document, error) {
	if err := measure(found.paragraphs); err != nil {
		return nil, err
	}
	if !found.cues {
		found.paragraphs = takeStamps(found.paragraphs)
	}
	voiced := slices.ContainsFunc(found.paragraphs, func(p paragraph) bool { return p.voice != "" })
	marks := make([]mark, len(found.paragraphs))
	for i, p := range found.paragraphs {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		marks[i] = markOf(p, voiced)
	}
	who := hear(found, marks, voiced, rules)
	who.believe(found.meta, rules)
	l := &loom{found: found, marks: marks, who: who, joins: joins(found, who), held: -1, voiced: voiced, places: newPlaces(len(found.comments))}
	l.run()
	doc := &Document{Format: in.format.name, Charset: in.charset, Title: titleOf(in, found, who), Language: found.language,
		Text: l.text.String(), Turns: l.turns, Speakers: who.speakers, Meta: found.meta, Warnings: append(in.notes, found.warnings...)}
	doc.Comments, doc.Pages = l.comments(), found.pages
	doc.count()
	doc.warn(found.cues)
	if study.WordCount(doc.Text) == 0 {
		return nil, errNoWords
	}
	return doc, nil
}

func measure(paragraphs []paragraph) error {
	total := 0
	for _, p := range paragraphs {
		total += utf8.RuneCountInString(p.text) + 1
	}
	if total > MaxText {
		return study.Errorf(study.TooLarge, "The text is longer than %d million characters: split the file and add the parts.", MaxText/1_000_000)
	}
	return nil
}

// markOf reads a paragraph's label. In a file that names its voices itself, words
// before a colon are only words.
func markOf(p paragraph, voiced bool) mark {
	switch {
	case voiced:
		return mark{label: p.voice, rest: p.text}
	case p.heading || p.aside || p.quoted:
		return mark{}
	}
	m := readMark(p.text)
	if m.dotted && p.follows { // "Mr. Name. " in the midst of a wrapped paragraph
		return mark{}
	}
	return m
}

// takeStamps moves times from the starts of paragraphs to where they belong: a time
// on a line of its own is that of the next paragraph. One lone time proves nothing
// and stays. Cue numbers of subtitles pasted into a text go with their times.
func takeStamps(paragraphs []paragraph) []paragraph {
	cut := make([]paragraph, len(paragraphs))
	times := 0
	for i, p := range paragraphs {
		cut[i] = p
		if p.heading || p.quoted {
			continue
		}
		if cut[i].stamp, cut[i].text = leadStamp(p.text); cut[i].known() {
			times++
		}
	}
	if times < 2 {
		return paragraphs
	}
	out, pending := cut[:0], stamp{}
	for i, p := range cut {
		numbers := i+1 < len(cut) && cut[i+1].to != nil && strings.Trim(p.text, "0123456789") == ""
		switch {
		case p.known() && p.text == "":
			pending = p.stamp
		case !p.known() && numbers:
		default:
			if !p.known() && !p.heading {
				p.stamp, pending = pending, stamp{}
			}
			out = append(out, p)
		}
	}
	return out
}

// joins says for each paragraph whether its words go on from the line before.
func joins(found *draft, who cast) []bool {
	out := make([]bool, len(found.paragraphs))
	if found.wrap == hard {
		return out
	}
	open := func(i int) bool {
		p := found.paragraphs[i]
		return p.follows && who.speaker[i] < 0 && !p.known() && i > 0
	}
	width, lower, lines := 0, 0, 0
	for i, p := range found.paragraphs {
		width = max(width, len(p.text))
		if open(i) {
			lines++
			if first, _ := utf8.DecodeRuneInString(p.text); unicode.IsLower(first) {
				lower++
			}
		}
	}
	wrapped := found.wrap == soft || width <= 160 && 4*lower >= lines && lines > 2
	for i := range out {
		full := i > 0 && (found.wrap == soft || 10*len(found.paragraphs[i-1].text) >= 6*width)
		out[i] = wrapped && full && open(i)
	}
	return out
}

// loom forms turns from paragraphs and writes their text.
type loom struct {
	found  *draft
	marks  []mark
	who    cast
	joins  []bool
	text   strings.Builder
	n      int // code points written
	turns  []Turn
	held   int           // who is speaking: a cue without a label is theirs too
	open   bool          // the last turn can go on
	voiced bool          // the file names its voices itself, so a cue without one is nobody's
	places []study.Range // of the comments; -1 where it is not known yet
}

func (l *loom) run() {
	l.text.Grow(1 << 12)
	for i, p := range l.found.paragraphs {
		speaker, words, at := l.who.speaker[i], p.text, p.stamp
		if speaker >= 0 {
			words = l.marks[i].rest
			if l.marks[i].known() {
				at = l.marks[i].stamp
			}
			l.held, l.open = speaker, false
		}
		switch words = strings.TrimSpace(words); {
		case p.heading || p.aside:
			if l.open = false; p.heading {
				l.held = -1 // what follows a heading is the editor's until somebody is named
			}
			l.add(words, -1, at)
		case speaker < 0 && l.voiced:
			l.held = -1
			l.add(words, -1, at)
		case l.open && (l.held >= 0 && !l.found.cues || l.joins[i]):
			l.more(words, l.joins[i], at)
		case speaker >= 0 && words == "":
			l.wait(speaker, at)
		default:
			l.add(words, l.held, at)
			l.open = true
		}
		l.anchor(p, words)
		p.place.settle(l.found.pages, words, l.n)
	}
	l.drop()
}

// wait opens a turn whose words stand in the next paragraph.
func (l *loom) wait(speaker int, at stamp) {
	l.drop()
	l.turns = append(l.turns, Turn{Range: study.Range{Start: -1}, Speaker: speaker, FromMs: at.from, ToMs: at.to})
	l.open = true
}

// drop takes back a turn that waited in vain.
func (l *loom) drop() {
	if n := len(l.turns); n > 0 && l.turns[n-1].Start < 0 {
		l.turns = l.turns[:n-1]
	}
}

func (l *loom) add(words string, speaker int, at stamp) {
	if words == "" {
		return
	}
	l.drop()
	start := l.write(words, "\n")
	l.turns = append(l.turns, Turn{Range: study.Range{Start: start, End: l.n}, Speaker: speaker, FromMs: at.from, ToMs: at.to})
}

func (l *loom) more(words string, joined bool, at stamp) {
	if words == "" {
		return
	}
	last, sep := &l.turns[len(l.turns)-1], "\n"
	if joined && last.Start >= 0 {
		sep = " "
	}
	if start := l.write(words, sep); last.Start < 0 {
		last.Start = start
		if last.FromMs == nil {
			last.FromMs = at.from
		}
	}
	last.End = l.n
	if at.to != nil {
		last.ToMs = at.to
	}
}

func (l *loom) write(words, sep string) (start int) {
	if l.n > 0 {
		l.text.WriteString(sep)
		l.n++
	}
	start = l.n
	l.text.WriteString(words)
	l.n += utf8.RuneCountInString(words)
	return start
}

func newPlaces(n int) []study.Range {
	places := make([]study.Range, n)
	for i := range places {
		places[i] = study.Range{Start: -1, End: -1}
	}
	return places
}

// anchor notes where the comments of a paragraph stand, once its words are written: they
// are the end of the paragraph.
func (l *loom) anchor(p paragraph, words string) {
	if len(p.anchors) == 0 {
		return
	}
	first := l.n - utf8.RuneCountInString(words)
	for _, a := range p.anchors {
		at := min(max(first, l.n-a.back), l.n)
		if place := &l.places[a.comment]; a.ends && place.End < 0 {
			place.End = at
		} else if !a.ends && place.Start < 0 {
			place.Start = at
		}
	}
}

// comments gives each comment its range. One that was set between two words stands on
// the word before it.
func (l *loom) comments() (said []Comment) {
	text := []rune(nil)
	for i, c := range l.found.comments {
		place := l.places[i]
		if place.Start < 0 || place.End < place.Start {
			place.Start, place.End = max(place.Start, place.End), max(place.Start, place.End)
		}
		if text == nil {
			text = []rune(l.text.String())
		}
		if place.Start >= 0 {
			c.Range = snug(text, place)
		}
		if strings.TrimSpace(c.Text) != "" {
			said = append(said, c)
		}
	}
	return said
}

// snug takes the blanks off the ends of a range; an empty one grows over the word before
// it, or after it.
func snug(text []rune, r study.Range) study.Range {
	for r.Start < r.End && unicode.IsSpace(text[r.Start]) {
		r.Start++
	}
	for r.Start < r.End && unicode.IsSpace(text[r.End-1]) {
		r.End--
	}
	if r.Start < r.End {
		return r
	}
	at := min(r.Start, len(text))
	for at > 0 && unicode.IsSpace(text[at-1]) {
		at--
	}
	r = study.Range{Start: at, End: at}
	for r.Start > 0 && !unicode.IsSpace(text[r.Start-1]) {
		r.Start--
	}
	for r.Start == r.End && r.End < len(text) && unicode.IsSpace(text[r.End]) {
		r.Start, r.End = r.Start+1, r.End+1
	}
	for r.End < len(text) && !unicode.IsSpace(text[r.End]) {
		r.End++
	}
	return r
}

// titleOf takes the title the file states, else its first heading when nobody has
// spoken before it, else the file's name.
func titleOf(in *input, found *draft, who cast) string {
	title := found.title
	for i, p := range found.paragraphs {
		if title != "" || who.speaker[i] >= 0 {
			break
		}
		if p.heading {
			title = p.text
		}
	}
	if tidy(title) == "" {
		title = in.title
	}
	if title = tidy(title); title == "" {
		return "Untitled"
	}
	return title
}

// tidy makes a string fit for study.CheckName.
func tidy(s string) string {
	s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > study.MaxName {
		s = strings.TrimSpace(string(runes[:study.MaxName-1])) + "…"
	}
	return s
}

func (d *Document) count() {
	for _, t := range d.Turns {
		if t.Speaker >= 0 {
			d.Speakers[t.Speaker].Turns++
		}
	}
}

// warn says what a person should look at before the text is kept.
func (d *Document) warn(cues bool) {
	if len(d.Speakers) == 0 {
		unit := "paragraph"
		if cues {
			unit = "cue"
		}
		d.Warnings = append(d.Warnings, "No speakers: read as "+several(len(d.Turns), unit)+".")
	}
	seen := map[string]string{}
	for _, s := range d.Speakers {
		e := essence(s.Name)
		if earlier, there := seen[e]; there && e != "" {
			d.Warnings = append(d.Warnings, fmt.Sprintf("“%s” and “%s” may be one person.", earlier, s.Name))
		}
		seen[e] = s.Name
	}
}

// several gives a number with its noun: "1 cue", "2 cues".
func several(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

var titles = wordSet("mr mrs ms miss mx dr prof professor sir dame lord lady rev")

// essence is a name without titles, points and blanks.
func essence(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if word = strings.Trim(word, "."); !titles[word] {
			b.WriteString(strings.ReplaceAll(word, ".", ""))
		}
	}
	return b.String()
}
