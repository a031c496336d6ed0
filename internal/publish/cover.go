package publish

import (
	"cmp"
	"strconv"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// cover is what stands before the excerpts.
type cover struct {
	Title   string
	Subject string // what it holds: Excerpts
	Date    string // 23 November 2026
	Count   string // a sentence
	Filters []string
	Empty   string // a sentence when there is nothing to show
}

// unfiltered is said where there is no filter to tell.
const unfiltered = "All coded passages"

func coverOf(r Report) cover {
	c := newCover(r.Project, "Excerpts", count(r.Excerpts), r.Made, r.Filters)
	switch {
	case len(r.Excerpts) > 0 && len(c.Filters) == 0:
		c.Filters = []string{unfiltered}
	case len(r.Excerpts) > 0:
	case len(c.Filters) > 0:
		c.Empty = "No coded passage matches these filters. Take one away and export again."
	default:
		c.Empty = "No passages are coded yet."
	}
	return c
}

func newCover(project, subject, count string, made time.Time, filters []string) cover {
	c := cover{Title: cmp.Or(cleanName(project), subject), Subject: subject, Count: count, Date: made.UTC().Format("2 January 2006")}
	for _, f := range filters {
		c.Filters = append(c.Filters, cleanName(f))
	}
	return c
}

// count says in words how much there is: passages and sources, and codings when some
// passages bear several.
func count(list []study.Excerpt) string {
	passages, sources := tally(list)
	s := many(passages, "passage") + " from " + many(sources, "source")
	if len(list) > passages {
		s += ", " + many(len(list), "coding")
	}
	return s
}

func tally(list []study.Excerpt) (passages, sources int) {
	p, s := map[study.ID]bool{}, map[study.ID]bool{}
	for _, e := range list {
		p[e.Passage], s[e.Source] = true, true
	}
	return len(p), len(s)
}

// many writes a number with its noun: 1 passage, 6,000 passages.
func many(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return figure(n) + " " + noun
}

// figure writes a number with its thousands apart: 6,000.
func figure(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
