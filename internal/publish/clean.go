package publish

import (
	"strings"
	"unicode"
)

// clean makes a text safe for every format: all line ends become LF, and what XML
// can't hold or nobody can see (control characters, NUL, bytes that are not UTF-8) goes.
func clean(s string) string {
	if plainASCII(s) {
		return s // as most names and many passages are
	}
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	return strings.Map(printable, strings.ToValidUTF8(s, "\uFFFD"))
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if b := s[i]; b >= 0x7f || b < ' ' && b != '\n' && b != '\t' {
			return false
		}
	}
	return true
}

func printable(r rune) rune {
	switch r {
	case '\t', '\n':
		return r
	case '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\uFEFF', '\uFFFE', '\uFFFF':
		return -1
	}
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// cleanName makes one line of a name.
func cleanName(s string) string {
	if oneLined(s) {
		return s // as nearly all names are
	}
	return strings.Join(strings.Fields(clean(s)), " ")
}

// oneLined says whether a text of plain ASCII is one line without needless spaces.
func oneLined(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		b := s[i]
		if b >= 0x7f || b < ' ' || b == ' ' && last == ' ' {
			return false
		}
		last = b
	}
	return last != ' ' || s == ""
}

// rightToLeft says whether a text begins in a script that runs from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
