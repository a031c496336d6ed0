package ingest

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/selvedge/selvedge/internal/study"
)

// decode makes clean Unicode of the bytes and notes what was guessed or lost.
func (in *input) decode(forced string) error {
	name, guessed := forced, false
	if forced == "" {
		name, guessed = charsetOf(in.data)
	}
	enc, canonical, err := encodingNamed(name)
	if err != nil {
		return err
	}
	decoded, err := enc.NewDecoder().Bytes(in.data)
	if err != nil {
		return study.FieldError("charset", "The file can't be read in the character set “%s”.", canonical)
	}
	if err := checkText(decoded); err != nil {
		return err
	}
	in.text, in.charset = clean(string(decoded)), canonical
	if guessed {
		in.notes = append(in.notes, "The file doesn't say its character set. It was read as "+canonical+": check the accents.")
	}
	if strings.ContainsRune(in.text, utf8.RuneError) {
		in.notes = append(in.notes, "Some characters could not be read and show as �: try another character set.")
	}
	return nil
}

func encodingNamed(name string) (encoding.Encoding, string, error) {
	if strings.EqualFold(name, "utf-32le") || strings.EqualFold(name, "utf-32be") {
		order := map[bool]utf32.Endianness{true: utf32.LittleEndian, false: utf32.BigEndian}
		return utf32.UTF32(order[strings.EqualFold(name, "utf-32le")], utf32.UseBOM), strings.ToLower(name), nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, "", study.FieldError("charset", "There is no character set “%s”: use utf-8, windows-1252 or another IANA name.", name)
	}
	canonical, _ := htmlindex.Name(enc)
	return enc, canonical, nil
}

// dosPages are character sets of before Windows that files still name.
var dosPages = map[string]encoding.Encoding{"cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp852": charmap.CodePage852, "cp855": charmap.CodePage855,
	"cp858": charmap.CodePage858, "cp860": charmap.CodePage860, "cp862": charmap.CodePage862, "cp863": charmap.CodePage863, "cp865": charmap.CodePage865}

// encodingOf gives the encoding of a set; encoding.Nop when there is none of the name.
func encodingOf(name string) encoding.Encoding {
	if page := dosPages[name]; page != nil {
		return page
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return encoding.Nop
	}
	return enc
}

var byteOrderMarks = []struct{ bytes, charset string }{ // the longest first: UTF-32LE begins as UTF-16LE does
	{"\xff\xfe\x00\x00", "utf-32le"}, {"\x00\x00\xfe\xff", "utf-32be"},
	{"\xef\xbb\xbf", "utf-8"}, {"\xff\xfe", "utf-16le"}, {"\xfe\xff", "utf-16be"},
}

// charsetOf finds the character set; guessed says that the bytes allow others.
func charsetOf(data []byte) (name string, guessed bool) {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return m.charset, false
		}
	}
	if wide := wideOrder(data); wide != "" {
		return wide, false
	}
	if utf8.Valid(data) {
		return "utf-8", false
	}
	if declared := declaredCharset(data); declared != "" && !strings.HasPrefix(declared, "utf") {
		if _, name, err := encodingNamed(declared); err == nil && name != "replacement" {
			return name, false
		}
	}
	return guess(data), true
}

// wideOrder recognises UTF-16 without a mark: ASCII letters in it leave NULs
// at every other byte, and on one side only.
func wideOrder(data []byte) string {
	var nuls [2]int
	head := data[:min(len(data), 4096)]
	for i, b := range head {
		if b == 0 {
			nuls[i%2]++
		}
	}
	few, enough := len(head)/100, max(1, len(head)/20)
	switch {
	case nuls[1] >= enough && nuls[0] <= few:
		return "utf-16le"
	case nuls[0] >= enough && nuls[1] <= few:
		return "utf-16be"
	}
	return ""
}

// guess names an eight-bit or East Asian set. Statistics serve only where many
// bytes speak; Western text has few accents, so there the line ends decide.
func guess(data []byte) string {
	head := data[:min(len(data), 1<<16)]
	high := 0
	for _, b := range head {
		if b >= 0x80 {
			high++
		}
	}
	best, err := chardet.NewTextDetector().DetectBest(head)
	if err == nil && high*10 > len(head) && best.Confidence >= 30 && !westernSets[best.Charset] {
		if _, name, err := encodingNamed(best.Charset); err == nil && name != "replacement" {
			return name
		}
	}
	if !bytes.ContainsRune(data, '\n') && bytes.ContainsRune(data, '\r') {
		return "macintosh" // bare CR is how a Mac ended lines before 2001
	}
	return "windows-1252"
}

var westernSets = map[string]bool{"ISO-8859-1": true, "UTF-8": true, "windows-1252": true, "ISO-8859-9": true, "windows-1254": true}

// checkText refuses what decodes but is no text: NUL, or too many control characters.
func checkText(decoded []byte) error {
	control := 0
	for _, b := range decoded {
		if b < ' ' && !slices.Contains([]byte("\t\n\v\f\r"), b) {
			control++
		}
		if b == 0 || control > 8+len(decoded)/200 {
			return study.Errorf(study.Invalid, "The file holds bytes that are not text: open it in the program that made it, save it as docx or txt and add it again.")
		}
	}
	return nil
}

// clean makes LF of every line and page end and drops what has no shape: marks of
// byte order, soft hyphens, control characters. The text must be valid UTF-8.
func clean(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\t':
			return r
		case '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\ufeff', '\u00ad':
			return -1
		}
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
