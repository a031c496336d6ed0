package ingest

import "time"

// remarks are the comments of a document while it is being read, by the names that the
// file gives them.
type remarks struct {
	index   map[string]int
	names   []string
	waiting []place // marks that stood between two paragraphs
}

// number counts comments as the text comes to them, from 0.
func (r *remarks) number(name string) int {
	if r.index == nil {
		r.index = map[string]int{}
	}
	n, known := r.index[name]
	if !known {
		n = len(r.names)
		r.index[name], r.names = n, append(r.names, name)
	}
	return n
}

// mark notes that a comment begins or ends in a block. Where none is open, it begins in
// the next and ends with the paragraph before.
func (r *remarks) mark(name string, ends bool, b *block, before []paragraph) {
	n := r.number(name)
	switch {
	case b != nil:
		b.mark(n, ends)
	case ends && len(before) > 0:
		last := &before[len(before)-1]
		last.anchors = append(last.anchors, anchor{comment: n, ends: true})
	default:
		r.waiting = append(r.waiting, place{comment: n, ends: ends})
	}
}

// settle puts the marks that waited at the beginning of a block.
func (r *remarks) settle(b *block) {
	for _, p := range r.waiting {
		b.mark(p.comment, p.ends)
	}
	r.waiting = nil
}

// comments gives the remarks their words, in the order of the text.
func (r *remarks) comments(said map[string]Comment) []Comment {
	out := make([]Comment, len(r.names))
	for i, name := range r.names {
		out[i] = said[name]
	}
	return out
}

// when reads the time of a comment; zero when it can't be read.
func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02"} {
		if at, err := time.Parse(layout, s); err == nil && at.Year() > 1900 && at.Year() < 2200 {
			return at.UTC()
		}
	}
	return time.Time{}
}
