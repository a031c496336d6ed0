package ingest

import (
	"bytes"
	"context"
	"strconv"
)

func looksRTF(in *input) bool {
	return bytes.HasPrefix(bytes.TrimLeft(in.data[:min(len(in.data), 64)], "\xef\xbb\xbf \t\r\n"), []byte("{\\rtf"))
}

// readRTF reads Rich Text as its reader sees it: insertions are accepted and deletions
// gone, tables go cell by cell, notes stand at the end. Heads and feet of pages, pictures
// and the numbers of lists are left out.
func readRTF(ctx context.Context, in *input) (*draft, error) {
	r := &rtf{data: in.data, fonts: map[int]string{}, headings: map[int]bool{}, ansi: "windows-1252", said: map[string]Comment{}}
	r.state = rtfState{uc: 1, font: -1}
	for n := 0; r.at < len(r.data); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := r.token(); err != nil {
			return nil, err
		}
		if len(r.out) > maxParagraphs {
			return nil, errParagraphs
		}
	}
	for len(r.stack) > 0 { // a file that was cut off
		r.pop()
	}
	r.paragraph()
	in.charset = r.ansi
	found := &draft{paragraphs: append(r.out, r.notes...), comments: r.remarks.comments(r.said)}
	if r.hidden {
		found.warnings = append(found.warnings, hiddenLeftOut)
	}
	return found, nil
}

// rtfState is what a group puts back at its end.
type rtfState struct {
	dest    string // where words go: "" is the text
	font    int
	uc      int // characters that stand in for one Unicode character
	bold    bool
	hidden  bool // \v
	deleted bool
	note    *rtfNote
}

// rtfNote is a note or a comment that is being read, with what was open around it.
type rtfNote struct {
	dest  string
	block *block
	out   []paragraph
}

type rtf struct {
	data     []byte
	at       int
	state    rtfState
	stack    []rtfState
	ansi     string         // character set of fonts that name none
	fonts    map[int]string // character sets of fonts
	headings map[int]bool   // styles
	defining int            // the font or style that a table defines
	name     bytes.Buffer   // of a style, or the number or author of a comment
	starred  bool           // \* came: an unknown destination is left out
	skip     int            // characters that stand in for a Unicode one, still to pass over
	bytes    []byte         // of the open run, in its character set
	high     uint16         // the first half of a pair of UTF-16
	block    *block
	out      []paragraph
	notes    []paragraph
	count    int
	remarks  remarks
	said     map[string]Comment
	author   string
	comment  string // number of the comment that comes
	hidden   bool
}

// Destinations whose content is no text of the document.
var (
	rtfLeftOut = wordSet(`colortbl info pict object objdata header headerl headerr headerf footer footerl footerr footerf listtext pntext
		fldinst xe tc rxe txe shprslt nonshppict nonesttables listtable listoverridetable revtbl rsidtbl filetbl generator themedata
		colorschememapping latentstyles datastore xmlnstbl mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend
		sp sn sv userprops docvar template passwordhash pgptbl fchars lchars atndate atnparent atnicn comment private bliptag falt panose`)
	rtfKept = wordSet("fldrslt shptxt shpinst shp shpgrp footnote annotation result ud background") // known, and read through
	rtfText = map[string]string{"tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
		"bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "", "rtlmark": ""}
	rtfBreaks = wordSet("par sect page cell nestcell row nestrow column")
)

const maxGroups = 10_000 // open at once

func (r *rtf) token() error {
	switch c := r.data[r.at]; c {
	case '{':
		r.flush()
		if r.skip = 0; len(r.stack) >= maxGroups {
			return errBomb
		}
		r.stack = append(r.stack, r.state)
		r.state.note = nil
		r.at++
	case '}':
		r.pop()
		r.at++
	case '\\':
		return r.control()
	case '\r', '\n', 0:
		r.at++
	default:
		r.at++
		r.byte(c)
	}
	return nil
}

// pop ends a group.
func (r *rtf) pop() {
	r.flush()
	r.skip, r.starred = 0, false
	if len(r.stack) == 0 {
		r.at = len(r.data) // what follows the document is not part of it
		return
	}
	r.named()
	if n := r.state.note; n != nil {
		r.endNote(n)
	}
	r.state = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
}

// control reads \word, \word-12 or \*.
func (r *rtf) control() error {
	if r.at++; r.at >= len(r.data) {
		return nil
	}
	c := r.data[r.at]
	if !isLetter(c) {
		r.at++
		r.symbol(c)
		return nil
	}
	start := r.at
	for r.at < len(r.data) && isLetter(r.data[r.at]) && r.at-start < 32 {
		r.at++
	}
	word, value, given := string(r.data[start:r.at]), 0, false
	digits := r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && isDigit(r.data[r.at]) && r.at-digits < 11 {
		r.at++
	}
	if n, err := strconv.Atoi(string(r.data[digits:r.at])); err == nil {
		value, given = n, true
	} else {
		r.at = digits
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(len(r.data), r.at+max(0, value))
		return nil
	}
	if r.skip > 0 && word != "u" && rtfText[word] != "" {
		r.skip--
		return nil
	}
	r.word(word, value, given)
	return nil
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if n, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.byte(byte(n))
			}
		}
	case '*':
		r.starred = true
	case '\\', '{', '}':
		r.byte(c)
	case '~':
		r.write("\u00a0")
	case '_':
		r.write("\u2011")
	case '\r', '\n':
		r.word("par", 0, false)
	case '\t':
		r.write("\t")
	}
}

func (r *rtf) word(word string, value int, given bool) {
	starred := r.starred
	r.starred = false
	if text, known := rtfText[word]; known {
		r.write(text)
		return
	}
	switch {
	case r.destination(word, starred) || r.character(word, value, given) || r.document(word, value):
	case starred && !rtfKept[word]:
		r.into("left out")
	case r.state.dest == "" && rtfBreaks[word]:
		r.paragraph()
	}
}

// character takes the formatting of characters and paragraphs that matters.
func (r *rtf) character(word string, value int, given bool) bool {
	on := !given || value != 0
	switch word {
	case "f":
		r.flush()
		if r.state.font = value; r.state.dest == "fonttbl" {
			r.defining = value
		}
	case "plain":
		r.flush()
		r.state.bold, r.state.hidden, r.state.font = false, false, -1
	case "b":
		r.flush()
		r.state.bold = on
	case "v":
		r.flush()
		r.state.hidden = on
	case "deleted":
		r.flush()
		r.state.deleted = on
	case "uc":
		r.state.uc = min(max(0, value), 16)
	case "u":
		r.unicode(value)
	case "pard":
		r.flush()
		r.open().heading = false
	case "s":
		if r.state.dest == "stylesheet" {
			r.defining = value
		} else if r.state.dest == "" && r.headings[value] {
			r.open().heading = true
		}
	case "outlinelevel":
		if r.state.dest == "" && value >= 0 && value < 9 {
			r.open().heading = true
		} else if r.state.dest == "stylesheet" && value >= 0 && value < 9 {
			r.headings[r.defining] = true
		}
	default:
		return false
	}
	return true
}

func (r *rtf) open() *block {
	if r.block == nil {
		r.block = &block{}
		r.remarks.settle(r.block)
	}
	return r.block
}

// paragraph ends the open one; text boxes anchored in it stand after it.
func (r *rtf) paragraph() {
	r.flush()
	b := r.block
	if b == nil {
		return
	}
	if r.state.deleted && r.state.dest == "" { // its end was deleted: it goes on in the next
		return
	}
	r.out = append(append(r.out, b.lines()...), b.after...)
	r.block = &block{heading: b.heading} // until \pard
	r.remarks.settle(r.block)
}
