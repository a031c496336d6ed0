package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stamp is where in the recording something was said, in milliseconds.
type stamp struct{ from, to *int }

func (s stamp) known() bool { return s.from != nil }

// clock reads h:mm:ss or mm:ss, with or without a fraction, at the start of s. It
// gives the milliseconds, the bytes read and how many parts stood between colons;
// 0 bytes when there is no clock. dash allows the fraction of #00:01:02-5#.
func clock(s string, dash bool) (ms, n, parts int) {
	value, digits := 0, 0
	total := 0
	for n < len(s) {
		c := s[n]
		switch {
		case c >= '0' && c <= '9' && digits < 3:
			value, digits = value*10+int(c-'0'), digits+1
		case c == ':' && digits > 0 && parts < 2 && n+1 < len(s) && isDigit(s[n+1]):
			if parts > 0 && (digits != 2 || value > 59) {
				return 0, 0, 0
			}
			total, parts, value, digits = (total+value)*60, parts+1, 0, 0
		default:
			return finish(s, n, total, value, digits, parts, dash)
		}
		n++
	}
	return finish(s, n, total, value, digits, parts, dash)
}

func finish(s string, n, total, value, digits, parts int, dash bool) (int, int, int) {
	if parts == 0 || digits != 2 || value > 59 {
		return 0, 0, 0
	}
	ms := (total + value) * 1000
	if n+1 < len(s) && (s[n] == '.' || s[n] == ',' || dash && s[n] == '-') && isDigit(s[n+1]) {
		n++
		for unit := 100; n < len(s) && isDigit(s[n]); unit /= 10 {
			ms += int(s[n]-'0') * unit
			n++
		}
	}
	return ms, n, parts + 1
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

var closing = map[byte]byte{'[': ']', '(': ')', '{': '}', '<': '>', '#': '#'}

// readStamp reads a time at the very start of s, such as [00:01:23], (01:23),
// #00:01:02-5#, 00:01:23 or 00:01.5 --> 00:04. firm says that it can hardly be
// anything else; a bare 17:30 is not firm.
func readStamp(s string) (st stamp, rest string, firm bool) {
	if s == "" {
		return stamp{}, s, false
	}
	body := s
	end, bracketed := closing[s[0]]
	if bracketed {
		body = strings.TrimLeft(s[1:], " ")
	}
	from, n, parts := clock(body, end == '#')
	if n == 0 {
		return stamp{}, s, false
	}
	st.from, body = &from, body[n:]
	if to, after := readEnd(body, end == '#'); to != nil {
		st.to, body, firm = to, after, true
	}
	if bracketed {
		body = strings.TrimLeft(body, " ")
		if body == "" || body[0] != end {
			return stamp{}, s, false
		}
		body = body[1:]
	}
	next, _ := utf8.DecodeRuneInString(body)
	if body != "" && !bracketed && !unicode.IsSpace(next) && !strings.ContainsRune(":-–—;*_", next) {
		return stamp{}, s, false
	}
	return st, body, firm || bracketed || parts == 3
}

// readEnd reads the second half of a range: an arrow or dash and a clock.
func readEnd(s string, dash bool) (to *int, rest string) {
	after := strings.TrimLeft(s, " \t")
	for _, arrow := range []string{"-->", "->", "–", "—", "-"} {
		if body, found := strings.CutPrefix(after, arrow); found {
			body = strings.TrimLeft(body, " \t")
			if ms, n, _ := clock(body, dash); n > 0 {
				return &ms, body[n:]
			}
			return nil, s
		}
	}
	return nil, s
}

// leadStamp takes a time from the start of a line together with the dash or colon
// that sets it off. A bare mm:ss counts only when it is all there is.
func leadStamp(line string) (st stamp, rest string) {
	line = strings.TrimSpace(line)
	st, after, firm := readStamp(line)
	if !st.known() {
		return stamp{}, line
	}
	rest = strings.TrimLeft(after, " \t")
	for _, sep := range []string{"-", "–", "—", ":", ";"} {
		if cut, found := strings.CutPrefix(rest, sep); found && (cut == "" || cut[0] == ' ' || cut[0] == '\t') {
			rest = cut
			break
		}
	}
	if rest = strings.TrimSpace(rest); !firm && rest != "" {
		return stamp{}, line
	}
	return st, rest
}

// tailStamp takes a time from the end of a line, as in "SPEAKER 1 00:01:23".
func tailStamp(line string) (st stamp, before string) {
	line = strings.TrimSpace(line)
	at := strings.LastIndexAny(line, " \t")
	if at < 0 {
		return stamp{}, line
	}
	st, rest, _ := readStamp(line[at+1:])
	if !st.known() || rest != "" {
		return stamp{}, line
	}
	return st, strings.TrimRight(line[:at], " \t-–—,")
}
