package ingest

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/selvedge/selvedge/internal/study"
)

func encoded(t *testing.T, enc encoding.Encoding, s string) string {
	t.Helper()
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCharacterSetsAreFound(t *testing.T) {
	const western = "Dad’s café didn’t open till half past nine – £3.50 a cup."
	const russian = "Я открыл мастерскую в две тысячи десятом году, и сначала нас было трое. Потом стало больше, и мы переехали."
	const kanji = "工場は一九五八年に祖父が始めました。今は六十四人が働いています。"
	for _, c := range []struct {
		name    string
		enc     encoding.Encoding
		text    string
		charset string
		guessed bool
	}{
		{"UTF-8", encoding.Nop, western, "utf-8", false},
		{"UTF-8 with a mark", unicode.UTF8BOM, western, "utf-8", false},
		{"UTF-16LE with a mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), western, "utf-16le", false},
		{"UTF-16BE with a mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), western, "utf-16be", false},
		{"UTF-16LE without", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), western, "utf-16le", false},
		{"UTF-16BE without", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), western, "utf-16be", false},
		{"UTF-16LE Cyrillic without", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), russian, "utf-16le", false},
		{"windows-1252", charmap.Windows1252, western, "windows-1252", true},
		{"windows-1251", charmap.Windows1251, russian, "windows-1251", true},
		{"KOI8-R", charmap.KOI8R, russian, "koi8-r", true},
		{"Shift_JIS", japanese.ShiftJIS, strings.Repeat(kanji, 3), "shift_jis", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(t, "a.txt", encoded(t, c.enc, c.text))
			if doc.Text != c.text || doc.Charset != c.charset {
				t.Errorf("read in %s as %q", doc.Charset, doc.Text)
			}
			if warned := strings.Contains(strings.Join(doc.Warnings, " "), "character set"); warned != c.guessed {
				t.Errorf("warnings are %q", doc.Warnings)
			}
		})
	}
}

func TestBareCRWithoutUnicodeIsAnOldMac(t *testing.T) {
	doc := read(t, "a.txt", encoded(t, charmap.Macintosh, "Q: It’s late?\rA: That´s so.\rQ: Déjà vu?\rA: It’s."))
	expect(t, doc, "Q| It’s late?\nA| That´s so.\nQ| Déjà vu?\nA| It’s.")
	if doc.Charset != "macintosh" {
		t.Errorf("read in %s", doc.Charset)
	}
}

func TestAForcedCharacterSetIsObeyed(t *testing.T) {
	data := []byte(encoded(t, charmap.CodePage866, "Привет, это старая кодировка."))
	doc, err := Read(t.Context(), "a.txt", data, Options{Charset: "IBM866"})
	if err != nil || doc.Text != "Привет, это старая кодировка." || doc.Charset != "ibm866" || len(doc.Warnings) != 1 {
		t.Errorf("got %+v, %v", doc, err)
	}
	if _, err := Read(t.Context(), "a.txt", data, Options{Charset: "klingon"}); study.KindOf(err) != study.Invalid {
		t.Errorf("an unknown character set gives %v", err)
	}
	doc, err = Read(t.Context(), "a.txt", data, Options{Charset: "utf-8"})
	if err != nil || !strings.Contains(strings.Join(doc.Warnings, " "), "could not be read") {
		t.Errorf("a wrong character set gives %v, %v", doc, err)
	}
}

func TestEveryLineEndBecomesLF(t *testing.T) {
	for name, end := range map[string]string{"LF": "\n", "CRLF": "\r\n", "CR": "\r", "page": "\f", "NEL": "\u0085", "separator": "\u2028"} {
		if doc := read(t, "a.txt", "one"+end+"two"+end); doc.Text != "one\ntwo" || len(doc.Turns) != 2 {
			t.Errorf("%s: %q", name, doc.Text)
		}
	}
}

func TestShapelessCharactersAreDropped(t *testing.T) {
	if doc := read(t, "a.txt", "co\u00adoperate\ufeff and \x1bgo\tw\u200dx"); doc.Text != "cooperate and go\tw\u200dx" {
		t.Errorf("got %q", doc.Text)
	}
}
