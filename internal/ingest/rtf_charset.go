package ingest

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
)

// document takes the character sets of the document and its fonts.
func (r *rtf) document(word string, value int) bool {
	switch word {
	case "ansicpg":
		if name := codePage(value); name != "" {
			r.ansi = name
		}
	case "mac":
		r.ansi = "macintosh"
	case "pc":
		r.ansi = "cp437"
	case "pca":
		r.ansi = "cp850"
	case "fcharset":
		if r.state.dest == "fonttbl" && fontCharsets[value] != "" {
			r.fonts[r.defining] = fontCharsets[value]
		}
	case "cpg":
		if name := codePage(value); r.state.dest == "fonttbl" && name != "" {
			r.fonts[r.defining] = name
		}
	default:
		return false
	}
	return true
}

// unicode writes a character of UTF-16; what stands in for it in older programs follows.
func (r *rtf) unicode(value int) {
	r.flush()
	r.skip = r.state.uc
	if value < 0 {
		value += 1 << 16
	}
	switch unit := uint16(value); {
	case value > 0xffff || value < 0:
		r.put(string(rune(value)))
	case utf16.IsSurrogate(rune(unit)) && unit < 0xdc00:
		r.high = unit
		return
	case utf16.IsSurrogate(rune(unit)):
		r.put(string(utf16.DecodeRune(rune(r.high), rune(unit))))
	case unit >= 0xf000 && unit <= 0xf0ff && r.set() == "symbol":
		r.put(symbol("symbol", strconv.FormatUint(uint64(unit), 16)))
	default:
		r.put(string(rune(unit)))
	}
	r.high = 0
}

// byte takes one byte of the open run.
func (r *rtf) byte(c byte) {
	if r.starred = false; r.skip > 0 {
		r.skip--
		return
	}
	r.bytes = append(r.bytes, c)
}

func (r *rtf) write(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.put(s)
}

// set is the character set of the open run.
func (r *rtf) set() string {
	if set := r.fonts[r.state.font]; set != "" {
		return set
	}
	return r.ansi
}

// flush decodes the bytes of the open run.
func (r *rtf) flush() {
	if len(r.bytes) == 0 {
		return
	}
	run := r.bytes
	r.bytes = r.bytes[:0]
	set := r.set()
	if set == "symbol" {
		var s strings.Builder
		for _, c := range run {
			s.WriteString(symbol("symbol", strconv.FormatUint(0xf000+uint64(c), 16)))
		}
		r.put(s.String())
		return
	}
	enc := encodingOf(set)
	decoded, err := enc.NewDecoder().Bytes(run)
	if err != nil {
		decoded = bytes.ToValidUTF8(run, []byte("�"))
	}
	r.put(string(decoded))
}

// put writes decoded words to where they go.
func (r *rtf) put(s string) {
	switch {
	case r.state.dest == "stylesheet" || strings.HasPrefix(r.state.dest, "at"):
		if r.name.Len() < 1000 {
			r.name.WriteString(s)
		}
	case r.state.dest != "" || r.state.deleted:
	case r.state.hidden:
		r.hidden = r.hidden || strings.TrimSpace(s) != ""
	default:
		r.open().write(s, r.state.bold)
	}
}

// fontCharsets are the character sets that fonts name by number.
var fontCharsets = map[int]string{0: "windows-1252", 2: "symbol", 77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253",
	162: "windows-1254", 163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874",
	238: "windows-1250", 254: "cp437", 255: "cp850"}

// codePage names a Windows code page.
func codePage(number int) string {
	switch number {
	case 932:
		return "shift_jis"
	case 936:
		return "gbk"
	case 949:
		return "euc-kr"
	case 950:
		return "big5"
	case 10000:
		return "macintosh"
	case 65001:
		return "utf-8"
	case 866:
		return "ibm866"
	case 20866:
		return "koi8-r"
	}
	name := "windows-" + strconv.Itoa(number)
	if slices.Contains([]int{437, 850, 852, 855, 858, 860, 862, 863, 865}, number) {
		name = "cp" + strconv.Itoa(number)
	}
	if encodingOf(name) == encoding.Nop {
		return ""
	}
	return name
}
