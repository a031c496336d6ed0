package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// SaturationView is how many new codes each source brought, in the order of coding.
type SaturationView struct {
	Sources  []study.Saturation `json:"sources"`
	Says     []string           `json:"says" doc:"What is counted, and how it was narrowed"`
	Narrowed []NarrowedBy       `json:"narrowed,omitempty" doc:"By what it was narrowed"`
	Codebook int                `json:"codebook" doc:"How many times the codebook had been changed"`
	Seq      int64              `json:"seq" doc:"The last change that is counted"`
	At       time.Time          `json:"at"`
}

// Saturation says which codes each source brought that none before it had. What moderators say
// counts too.
func (a *App) Saturation(ctx context.Context, by study.Actor, project study.ID, f study.Filter) (out SaturationView, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	if out.Seq, err = r.Seq(project); err != nil {
		return out, err
	}
	if out.Codebook, err = a.books.read(r, project, project); err != nil {
		return out, err
	}
	lines, err := sourceLines(r, project)
	if err != nil {
		return out, err
	}
	if err = lines.loadNamed(project, f); err != nil {
		return out, err
	}
	all, err := a.codedAt(ctx, r, project, lines, f)
	if err != nil {
		return out, err
	}
	out.Sources, out.At, out.Narrowed = study.Saturate(all), study.Now(), lines.narrowedBy(f)
	for i := range out.Sources {
		slices.SortFunc(out.Sources[i].New, func(a, b study.ID) int { return lines.place[a] - lines.place[b] })
	}
	out.Says = []string{"Sources stand in the order in which their first codings were made.", "A code is new in the first source that has it; codes stand for themselves, without those under them."}
	if narrowed := lines.inWords(f); len(narrowed) > 0 {
		out.Says = append(out.Says, "Narrowed to "+strings.Join(narrowed, "; ")+".")
	}
	return out, nil
}

// codedAt gives when each coding was made that a filter lets through.
func (a *App) codedAt(ctx context.Context, r store.Reader, project study.ID, l *lines, f study.Filter) (out []study.CodedAt, err error) {
	all, err := a.marks.read(r, project, project)
	if err != nil {
		return nil, err
	}
	through, err := a.sieveFor(ctx, r, project, l.book, f, true)
	if err != nil {
		return nil, err
	}
	for i := range all.codings {
		if m := &all.codings[i]; through.letsCoding(m) {
			out = append(out, study.CodedAt{Source: m.Source, Code: m.Code, At: m.At})
		}
	}
	return out, nil
}
