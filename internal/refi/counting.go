package refi

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// Counting is how a program counts positions in a text.
type Counting struct {
	UTF16     bool // in UTF-16 units instead of code points
	CRLF      bool // a line end of two characters counts as two
	Mark      bool // the byte order mark at the beginning counts as one
	Inclusive bool // the end is the last character instead of the one after it
}

// String says how it counts, for people.
func (c Counting) String() string {
	out := "code points"
	if c.UTF16 {
		out = "UTF-16 units"
	}
	if c.CRLF {
		out += ", two for a line end"
	}
	if c.Mark {
		out += ", one for the byte order mark"
	}
	if c.Inclusive {
		out += ", the end inclusive"
	}
	return out
}

// Fit says by which counting the positions of a text were read, and how well that fits.
type Fit struct {
	Text       string // what the text is called
	Counting   Counting
	Selections int // with a beginning and an end
	Whole      int // whose name is their words
	Quoted     int // whose name is the beginning of their words, or all of them
	AtWords    int // that begin and end between words
	Beyond     int // that reach beyond the end of the text
}

// decodeText makes text of bytes; charset is set when they aren't UTF-8.
func decodeText(data []byte) (text, charset string) {
	switch s := string(data); {
	case strings.HasPrefix(s, "\xff\xfe"), strings.HasPrefix(s, "\xfe\xff"):
		out, err := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().String(s)
		if err == nil {
			return out, "UTF-16"
		}
	case utf8.ValidString(s):
		return s, ""
	}
	out, _ := charmap.Windows1252.NewDecoder().String(string(data)) // every byte is a character there
	return out, "Windows-1252"
}

// counted is a text on its way: as it stands in the file, and as it is kept.
type counted struct {
	*text
	marks int  // byte order marks that it begins with; QualCoder adds one to that of NVivo
	crlf  bool // it has line ends of two characters
	wide  bool // it has characters that are two units of UTF-16
	raw   string
	runes []rune // as it is kept

	tables map[Counting][]int32 // by what of a counting they depend on
}

// newCounted takes the words as they stand in the file. NUL, which no text can hold, becomes
// a replacement character, so that positions stay.
func newCounted(t *text, raw string) *counted {
	c := &counted{text: t, raw: strings.TrimLeft(strings.ReplaceAll(raw, "\x00", "\ufffd"), "\ufeff")}
	c.marks = (len(raw) - len(strings.TrimLeft(raw, "\ufeff"))) / len("\ufeff")
	c.crlf = strings.Contains(c.raw, "\r\n")
	c.wide = strings.IndexFunc(c.raw, func(r rune) bool { return r > 0xffff }) >= 0
	kept := strings.ReplaceAll(strings.ReplaceAll(c.raw, "\r\n", "\n"), "\r", "\n")
	t.words.Text, t.words.Known = kept, true
	return c
}

// table gives for each unit of a counting the code point that it is in the text as it is
// kept, and one more for its end. A unit within a character is the beginning of it, negated.
func (c *counted) table(how Counting) []int32 {
	out := make([]int32, 0, len(c.raw)+1)
	at, was := int32(0), rune(0)
	for _, r := range c.raw {
		second := r == '\n' && was == '\r'
		switch {
		case second && how.CRLF:
			out = append(out, -at)
		case !second:
			out = append(out, at)
		}
		if how.UTF16 && r > 0xffff {
			out = append(out, -at)
		}
		if was = r; !second {
			at++
		}
	}
	return append(out, at)
}
