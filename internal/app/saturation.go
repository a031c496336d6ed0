package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// SaturationView is how many new codes each source brought, in the order of coding.
type SaturationView struct {
	Sources  []study.Saturation `json:"sources"`
	Says     []string           `json:"says" doc:"What is counted, and how it was narrowed"`
	Codebook int                `json:"codebook" doc:"How many times the codebook had been changed"`
	Seq      int64              `json:"seq" doc:"The last change that is counted"`
	At       time.Time          `json:"at"`
}

// Saturation says which codes each source brought that none before it had. Strands, sources and
// coders narrow.
func (a *App) Saturation(ctx context.Context, by study.Actor, project study.ID, f study.Filter) (out SaturationView, err error) {
	if err := a.allow(ctx, by, project, study.MayRead); err != nil {
		return out, err
	}
	r := a.store.Read(ctx)
	codings, seq, err := a.coded.read(r, project)
	if err != nil {
		return out, err
	}
	if out.Codebook, err = a.books.read(r, project, project); err != nil {
		return out, err
	}
	lines, err := sourceLines(r, project)
	if err != nil {
		return out, err
	}
	var all []study.CodedAt
	for _, c := range codings {
		source, there := lines.sources[c.SourceID]
		if there && among(f.Strands, source.StrandID) && among(f.Sources, c.SourceID) && among(f.Coders, c.CoderID) {
			all = append(all, study.CodedAt{Source: c.SourceID, Code: c.CodeID, At: c.At})
		}
	}
	out.Sources, out.Seq, out.At = study.Saturate(all), seq, study.Now()
	for i := range out.Sources {
		slices.SortFunc(out.Sources[i].New, func(a, b study.ID) int { return lines.place[a] - lines.place[b] })
	}
	out.Says = []string{"Sources stand in the order in which their first codings were made.", "A code is new in the first source that has it; codes stand for themselves, without those under them."}
	if narrowed := lines.inWords(f); len(narrowed) > 0 {
		out.Says = append(out.Says, "Narrowed to "+strings.Join(narrowed, "; ")+".")
	}
	return out, nil
}
