package ingest

import (
	"strconv"
	"strings"
)

// destination begins what is no part of the words around it.
func (r *rtf) destination(word string, starred bool) bool {
	switch {
	case r.state.dest == "left out":
		return true
	case rtfLeftOut[word]:
		r.into("left out")
	case word == "upr": // the same twice: in ANSI, then in Unicode
		r.into("upr")
	case word == "ud" && r.state.dest == "upr":
		r.into("")
	case word == "fonttbl" || word == "stylesheet" || word == "atnid" || word == "atnauthor" || word == "atrfstart" || word == "atrfend" || word == "atnref":
		r.into(word)
		r.name.Reset()
	case word == "footnote" || word == "annotation" || word == "shptxt":
		r.flush()
		r.state.dest = ""
		r.state.note = &rtfNote{dest: word, block: r.block, out: r.out}
		r.begin(word)
	case word == "shpinst" && starred:
		r.into("shape")
	default:
		return false
	}
	return true
}

func (r *rtf) into(dest string) {
	r.flush()
	r.state.dest = dest
}

// begin opens a note or a comment and puts its mark into the text.
func (r *rtf) begin(kind string) {
	switch kind {
	case "footnote":
		r.count++
		r.write("[" + strconv.Itoa(r.count) + "]")
		r.state.note.block = r.block
	case "annotation":
		if r.comment == "" {
			r.comment = "at " + strconv.Itoa(len(r.remarks.names))
		}
		r.remarks.mark(r.comment, true, r.block, r.out)
	}
	r.block, r.out = nil, nil
}

func (r *rtf) endNote(n *rtfNote) {
	r.paragraph()
	inside := r.out
	r.block, r.out = n.block, n.out
	switch n.dest {
	case "footnote":
		for i, p := range inside {
			if p.heading, p.aside = false, true; i == 0 {
				p.text = "[" + strconv.Itoa(r.count) + "] " + p.text
			}
			r.notes = append(r.notes, p)
		}
	case "annotation":
		r.said[r.comment] = Comment{Author: r.author, Text: inLines(inside)}
		r.author, r.comment = "", ""
	default:
		if r.block == nil {
			r.out = append(r.out, inside...)
		} else {
			r.block.after = append(r.block.after, inside...)
		}
	}
}

// named takes what a small destination held: a style's name, or a comment's number or author.
func (r *rtf) named() {
	outer := ""
	if n := len(r.stack); n > 0 {
		outer = r.stack[n-1].dest
	}
	dest, text := r.state.dest, strings.TrimSpace(r.name.String())
	if dest == "" || dest == "left out" || dest == outer && dest != "stylesheet" {
		return
	}
	r.name.Reset()
	switch dest {
	case "stylesheet":
		name := strings.ToLower(strings.TrimSpace(strings.TrimSuffix(text, ";")))
		if strings.HasPrefix(name, "heading ") || name == "title" || name == "subtitle" {
			r.headings[r.defining] = true
		}
	case "atnauthor":
		r.author = tidy(text)
	case "atnref":
		r.comment = text
	case "atrfstart", "atrfend":
		r.remarks.mark(text, dest == "atrfend", r.block, r.out)
	}
}
