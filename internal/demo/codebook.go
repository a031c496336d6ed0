package demo

import (
	"context"
	"fmt"
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/study"
)

// sets are codes that the team reads together, across the tree.
var sets = []struct {
	name  string
	codes []string
}{
	{"What holds the ceiling", []string{"Glass ceiling", "Reluctance to delegate", "Time and attention", "Finding people", "Premises and planning"}},
	{"Why they left", []string{"Leaving the programme", "Programme effects", "Time and attention", "Advice that sticks"}},
}

// sharpened is a definition that the team changed once they had coded with it, so that what
// was coded before is offered for a second look.
var sharpened = struct{ code, exclude string }{
	"Small on purpose",
	"Staying small for lack of nerve or money: use Barriers to growth. Being unable to find people is not a choice either: use Finding people.",
}

// overall is a memo on the whole study; names in double brackets become mentions of codes.
var overall = study.Memo{Sort: "analytic", Title: "One ceiling, three capitals", Body: `We set out to read the themes against the three capitals. After sixteen sources it reads like this:

- **Human**: the mid-caps name [[Reluctance to delegate]] where the drop-outs name [[Time and attention]]. It may be the same week, told from two ends.
- **Social**: [[Peer networks]] come up where something was overcome, hardly ever where it was not.
- **Institutional**: what is said of [[Banks and finance]] is about houses; what is said of [[Advice that sticks]] is about one person and one Tuesday.

> A ceiling is what a barrier looks like from the inside of a firm that works.

*To check before the workshop report:* whether [[Glass ceiling]] without [[Reluctance to delegate]] exists at all outside the food firms.`}

// book does what the team did with the codebook after coding.
func (s *seeding) book(ctx context.Context, _ study.Actor) error {
	by := s.people["amira"]
	if err := s.collect(ctx, by); err != nil {
		return err
	}
	if err := s.pickExamples(ctx, by); err != nil {
		return err
	}
	if _, _, err := s.app.ChangeCode(ctx, by, s.project, s.codes[sharpened.code], 0, app.CodeChange{Exclude: &sharpened.exclude}); err != nil {
		return err
	}
	memo := overall
	memo.Body, memo.TargetKind, memo.TargetID = s.mentions(memo.Body), "project", s.project
	_, _, err := s.app.AddMemo(ctx, by, s.project, app.NewMemo{Memo: memo})
	return err
}

func (s *seeding) collect(ctx context.Context, by study.Actor) error {
	for _, set := range sets {
		var codes study.IDs
		for _, name := range set.codes {
			id, known := s.codes[name]
			if !known {
				return fmt.Errorf("no code %q", name)
			}
			codes = append(codes, id)
		}
		if _, _, err := s.app.AddCodeSet(ctx, by, s.project, study.CodeSet{Name: set.name, Codes: codes}); err != nil {
			return err
		}
	}
	return nil
}

// pickExamples ties the examples of codes to the passages they are words of.
func (s *seeding) pickExamples(ctx context.Context, by study.Actor) error {
	codes, err := s.app.Codes(ctx, by, s.project)
	if err != nil {
		return err
	}
	sources, err := s.app.Sources(ctx, by, s.project, study.Filter{})
	if err != nil {
		return err
	}
	for _, source := range sources {
		passages, err := s.app.Passages(ctx, by, s.project, source.ID)
		if err != nil {
			return err
		}
		if err := s.tie(ctx, by, codes, passages); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeding) tie(ctx context.Context, by study.Actor, codes []app.CountedCode, passages []app.PassageView) error {
	for _, code := range codes {
		words := strings.TrimSuffix(code.Example, ".")
		for _, p := range passages {
			if words == "" || code.ExampleOf != "" || !strings.Contains(p.Text, words) {
				continue
			}
			if _, _, err := s.app.ChangeCode(ctx, by, s.project, code.ID, 0, app.CodeChange{ExampleOf: &p.ID}); err != nil {
				return err
			}
			code.ExampleOf = p.ID
		}
	}
	return nil
}

// mentions turns names in double brackets into links to their codes.
func (s *seeding) mentions(text string) string {
	for name, id := range s.codes {
		text = strings.ReplaceAll(text, "[["+name+"]]", "["+name+"](code:"+string(id)+")")
	}
	return text
}
