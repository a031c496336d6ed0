package demo

import (
	"context"
	"fmt"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// guides are what the interviews of each strand were asked about; documents weren't asked.
var guides = map[string][]string{
	"Chamber workshop":        {"What productivity means", "Programme effects", "Leaving the programme", "Recommendations", "Institutional capital", "Peer networks", "Skills", "Barriers to growth"},
	"Mid-caps":                {"Capitals", "What productivity means", "Glass ceiling", "Risk-taking", "Overcoming challenges", "Growth aspiration", "Barriers to growth", "Innovation", "Programme effects", "Recommendations"},
	"Pre-start-ups":           {"Capitals", "Support needs", "Barriers to growth", "Risk-taking", "Growth aspiration", "What productivity means"},
	"Winning Pitch drop-outs": {"Capitals", "Programme effects", "Leaving the programme", "What stayed", "Barriers to growth", "Growth aspiration", "What productivity means", "Recommendations"},
}

// guide says of each strand what it asked about.
func (s *seeding) guide(ctx context.Context, lead study.Actor) error {
	for strand, names := range guides {
		asked := study.IDs{}
		for _, name := range names {
			code, known := s.codes[name]
			if !known {
				return fmt.Errorf("the guide of %s: no code %q", strand, name)
			}
			asked = append(asked, code)
		}
		if _, err := s.app.ChangeStrand(ctx, lead, s.project, s.strands[strand], 0, app.StrandChange{Asked: &asked}); err != nil {
			return err
		}
	}
	return nil
}
