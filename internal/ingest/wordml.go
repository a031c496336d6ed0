package ingest

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// isWord accepts WordprocessingML in its transitional and its strict form.
func isWord(space string) bool {
	return space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" || space == "http://purl.oclc.org/ooxml/wordprocessingml/main"
}

func isMath(space string) bool {
	return space == "http://schemas.openxmlformats.org/officeDocument/2006/math" || space == "http://purl.oclc.org/ooxml/officeDocument/math"
}

const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

// word collects paragraphs from the tokens of a WordprocessingML part.
type word struct {
	headings map[string]bool // style ids
	out      []paragraph
	notes    []note // in the order in which the text refers to them
	numbers  map[note]int
	hidden   bool // hidden text was met
	embedded bool // a whole file stands in the text
	remarks  remarks

	skipping skipping
	open     []*block  // paragraphs that are open: text boxes nest
	carried  *block    // a paragraph whose end was deleted
	choices  []bool    // alternatives: whether one was taken
	aboutP   int       // depth within paragraph properties
	run      runFormat // of the run that is open
	reading  bool      // within w:t
}

type runFormat struct{ bold, hidden bool }

func (w *word) visit(token xml.Token) error {
	if w.skipping.over(token) {
		return nil
	}
	switch t := token.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		if w.end(t); len(w.out) > maxParagraphs {
			return errParagraphs
		}
	case xml.CharData:
		if w.reading {
			w.write(strings.Map(oneLine, string(t)))
		}
	}
	return nil
}

// oneLine makes blanks of the line ends that XML was wrapped with.
func oneLine(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	return r
}

func (w *word) start(t xml.StartElement) {
	name := t.Name.Local
	switch {
	case t.Name.Space == compatibility:
		w.alternative(name)
	case isMath(t.Name.Space):
		w.reading = name == "t"
	case !isWord(t.Name.Space):
	case strings.HasSuffix(name, "Change") || leftOut[name]:
		w.skipping = 1
	case w.aboutP > 0:
		w.aboutParagraph(t)
	default:
		w.element(t)
	}
}

// leftOut are elements whose content is not text of the document: settings, and the
// reading aids above East Asian characters.
var leftOut = wordSet("sdtPr sectPr tblPr tblGrid rt rubyPr hdr ftr")

// alternative takes the first choice of several forms of the same content.
func (w *word) alternative(name string) {
	last := len(w.choices) - 1
	switch {
	case name == "AlternateContent":
		w.choices = append(w.choices, false)
	case last < 0 || !w.choices[last]:
		if last >= 0 {
			w.choices[last] = true
		}
	default:
		w.skipping = 1
	}
}

func (w *word) aboutParagraph(t xml.StartElement) {
	w.aboutP++
	if len(w.open) == 0 {
		return
	}
	b := w.open[len(w.open)-1]
	switch t.Name.Local {
	case "pStyle":
		id := attr(t, "val")
		b.heading = b.heading || w.headings[id] || w.headings == nil && strings.HasPrefix(id, "Heading")
	case "outlineLvl":
		b.heading = b.heading || outlines(attr(t, "val"))
	case "del", "moveFrom":
		b.endGone = true
	}
}

func (w *word) element(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.begin()
	case "pPr":
		w.aboutP = 1
	case "r":
		w.run = runFormat{}
	case "b":
		w.run.bold = on(t)
	case "vanish", "specVanish":
		w.run.hidden = on(t)
	case "del", "moveFrom":
		w.skipping = 1
	case "t":
		w.reading = true
	case "altChunk":
		w.embedded = true
	case "commentRangeStart", "commentRangeEnd", "commentReference":
		w.comment(t)
	default:
		w.mark(t)
	}
}

// mark writes what stands for a character.
func (w *word) mark(t xml.StartElement) {
	switch t.Name.Local {
	case "tab", "ptab":
		w.write("\t")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("\u2011")
	case "sym":
		w.write(symbol(attr(t, "font"), attr(t, "char")))
	case "footnoteReference", "endnoteReference":
		w.write("[" + strconv.Itoa(w.number(note{strings.TrimSuffix(t.Name.Local, "Reference") + "s", attr(t, "id")})) + "]")
	}
}

// number counts notes as they are first referred to, from 1.
func (w *word) number(ref note) int {
	if w.numbers == nil {
		w.numbers = map[note]int{}
	}
	if w.numbers[ref] == 0 {
		w.notes = append(w.notes, ref)
		w.numbers[ref] = len(w.notes)
	}
	return w.numbers[ref]
}

// on reads a switch: present means on unless it says otherwise.
func on(t xml.StartElement) bool {
	v := attr(t, "val")
	return v != "0" && v != "false" && v != "off"
}

func (w *word) end(t xml.EndElement) {
	switch {
	case t.Name.Space == compatibility && t.Name.Local == "AlternateContent" && len(w.choices) > 0:
		w.choices = w.choices[:len(w.choices)-1]
	case t.Name.Local == "t":
		w.reading = false
	case w.aboutP > 0 && isWord(t.Name.Space):
		w.aboutP--
	case t.Name.Local == "p" && isWord(t.Name.Space):
		w.close()
	}
}

// begin opens a paragraph, or goes on with the one whose end was deleted.
func (w *word) begin() {
	b := &block{}
	if len(w.open) == 0 && w.carried != nil {
		b, w.carried = w.carried, nil
		b.heading, b.endGone, b.after = false, false, nil
	}
	w.open = append(w.open, b)
	w.remarks.settle(b)
}

func (w *word) write(s string) {
	switch {
	case s == "" || len(w.open) == 0:
		return
	case w.run.hidden:
		w.hidden = true
		return
	}
	w.open[len(w.open)-1].write(s, w.run.bold)
}

// comment notes where a comment begins or ends; a reference without a range is both.
func (w *word) comment(t xml.StartElement) {
	var b *block
	if n := len(w.open); n > 0 {
		b = w.open[n-1]
	}
	w.remarks.mark(attr(t, "id"), t.Name.Local != "commentRangeStart", b, w.out)
}

// close ends a paragraph. A text box stands after the paragraph that holds it; a
// paragraph whose end was deleted goes on in the next.
func (w *word) close() {
	n := len(w.open) - 1
	if n < 0 {
		return
	}
	b := w.open[n]
	w.open = w.open[:n]
	if b.endGone && n == 0 {
		w.carried = b
		w.out = append(w.out, b.after...)
		return
	}
	found := append(b.lines(), b.after...)
	if n > 0 {
		outer := w.open[n-1]
		outer.after = append(outer.after, found...)
		return
	}
	w.out = append(w.out, found...)
}

// finish gives out what was carried over the last paragraph.
func (w *word) finish() {
	if w.carried != nil {
		w.out = append(w.out, w.carried.lines()...)
		w.carried = nil
	}
}

var greek = map[rune]rune{}

func init() {
	latin := []rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	for i, r := range []rune("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ") {
		greek[latin[i]] = r
	}
}

var (
	symbols   = map[rune]rune{0xA3: '≤', 0xB3: '≥', 0xB7: '•', 0xB0: '°', 0xB1: '±', 0xB4: '×', 0xB8: '÷', 0xB9: '≠', 0xBB: '≈', 0xAB: '↔', 0xAC: '←', 0xAD: '↑', 0xAE: '→', 0xAF: '↓', 0xA5: '∞', 0xD6: '√', 0xE5: '∑', 0x2D: '−'}
	wingdings = map[rune]rune{0xFC: '✓', 0xFB: '✗', 0xFE: '☑', 0xFD: '☒', 0xA8: '☐', 0x6F: '□', 0xA7: '▪', 0x6C: '●', 0x6E: '■', 0x76: '❖', 0xD8: '➢', 0xE0: '→', 0xDF: '←', 0xE8: '→', 0xF0: '⇨', 0x4A: '☺', 0x4C: '☹', 0x28: '☎', 0x2A: '✉', 0x71: '❑'}
	wingTwo   = map[rune]rune{0x50: '✓', 0x52: '☑', 0x53: '☒', 0xA3: '☐', 0x4F: '✗'}
)

// symbol gives the Unicode character of a code in a symbol font; □ for unknown ones.
func symbol(font, char string) string {
	code, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return "□"
	}
	r := rune(code)
	if r < 0xF000 || r > 0xF0FF {
		return clean(string(r))
	}
	r -= 0xF000
	table, ascii := map[rune]rune{}, false
	switch font = strings.ToLower(font); {
	case font == "symbol":
		table, ascii = symbols, true
		if letter, ok := greek[r]; ok {
			return string(letter)
		}
	case font == "wingdings":
		table = wingdings
	case strings.HasPrefix(font, "wingdings"):
		table = wingTwo
	}
	if known, ok := table[r]; ok {
		return string(known)
	}
	if ascii && r >= ' ' && r < 0x7f {
		return string(r)
	}
	return "□"
}
