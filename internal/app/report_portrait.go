package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/publish"
	"github.com/selvedge/selvedge/internal/study"
)

// portrait draws the passages of one source along it, a lane for each code that stands there itself.
func (b *reporting) portrait(p study.ReportPart) (out pictured, err error) {
	out.title = "Portrait of a source"
	if len(p.Sources) != 1 {
		return out, study.FieldError("source", "A portrait is of one source. Choose which.")
	}
	source, there := b.lines.sources[p.Sources[0]]
	if !there {
		return out, study.Errorf(study.NotFound, "The source of this portrait is no longer there.")
	}
	out.title = "Portrait of " + source.Title
	passages, err := b.passagesIn(source, p)
	if err != nil {
		return out, err
	}
	if len(passages) == 0 {
		return out, study.Errorf(study.NotFound, "Nothing of this source is coded so.")
	}
	shown := strongest(b.lanes(passages))
	out.of, out.notes = portraitOf(source, shown), b.portraitSays(p, len(shown), len(passages))
	return out, nil
}

// codedHere is a code with its passages in one source, each once, in order of the text.
type codedHere struct {
	name     string
	passages []study.Range
}

// passagesIn gives the passages of a source that a filter lets through, by their codes.
func (b *reporting) passagesIn(source study.Source, p study.ReportPart) (map[study.ID][]study.Range, error) {
	marks, err := b.marks.read(b.r, b.project, b.project)
	if err != nil {
		return nil, err
	}
	s, err := b.sieveFor(b.ctx, b.r, b.project, b.lines.book, p.Asks(), p.Moderators)
	if err != nil {
		return nil, err
	}
	if p.Alone && len(p.Codes) > 0 {
		s.codes = p.Codes
	}
	out := map[study.ID][]study.Range{}
	for i := range marks.codings {
		if m := &marks.codings[i]; m.Source == source.ID && s.letsCoding(m) {
			out[m.Code] = append(out[m.Code], m.Range)
		}
	}
	for code, list := range out {
		slices.SortFunc(list, func(x, y study.Range) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
		out[code] = slices.Compact(list)
	}
	return out, nil
}

// lanes are codes with their passages, in order of the codebook.
func (b *reporting) lanes(passages map[study.ID][]study.Range) (out []codedHere) {
	b.lines.book.Walk(func(c study.Code, _ int) {
		if list := passages[c.ID]; len(list) > 0 {
			out = append(out, codedHere{c.Name, list})
		}
	})
	return out
}

// strongest are as many as can be read, those with the most passages, in the order that they have.
func strongest(all []codedHere) (out []codedHere) {
	counts := make([]int, len(all))
	for i, code := range all {
		counts[i] = len(code.passages)
	}
	for _, at := range publish.Largest(counts, publish.MostLanes) {
		out = append(out, all[at])
	}
	return out
}

// portraitOf draws codes along a source.
func portraitOf(source study.Source, codes []codedHere) (out publish.Portrait) {
	long := float64(max(1, source.Length))
	for _, code := range codes {
		lane := publish.Lane{Name: code.name}
		for _, r := range code.passages {
			lane.Stretches = append(lane.Stretches, publish.Stretch{From: float64(r.Start) / long, To: float64(r.End) / long})
		}
		out.Lanes = append(out.Lanes, lane)
	}
	return out
}

// portraitSays tells how a portrait is to be read, what it leaves out, and how it was narrowed.
func (b *reporting) portraitSays(p study.ReportPart, shown, all int) []string {
	out := []string{"Each bar is a passage, as long as its part of the text; the number is how many there are. Codes stand for themselves, without the codes under them."}
	if shown < all {
		out = append(out, fmt.Sprintf("The %d codes with the most passages are shown, of %d.", shown, all))
	}
	if p.Moderators {
		out = append(out, "What moderators say is counted.")
	} else {
		out = append(out, "What only moderators say is left out.")
	}
	filter := p.Asks()
	filter.Sources = nil // the title names it
	if narrowed := b.lines.inWords(filter); len(narrowed) > 0 {
		out = append(out, "Narrowed to "+strings.Join(narrowed, "; ")+".")
	}
	return append(out, asOf(b.out.Codebook, b.out.Seq, b.out.Made))
}
