package app

import (
	"slices"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// cast are the speakers of a source, with those whom a correction brings in.
type cast struct {
	source study.Source
	known  []study.Speaker
	added  []study.Speaker
}

func castOf(r store.Reader, source study.Source) (*cast, error) {
	known, err := r.Speakers(source.ProjectID, source.ID)
	return &cast{source: source, known: known}, err
}

// name gives each part of the corrected turns the id of who speaks.
func (c *cast) name(turns []study.TurnCorrection) error {
	for _, t := range turns {
		for i := range t.Parts {
			p := &t.Parts[i]
			if p.New == "" {
				if p.Speaker != "" && !c.knows(p.Speaker) {
					return study.FieldError("turns", "There is no such speaker in this source.")
				}
				continue
			}
			s, err := c.called(p.New)
			if err != nil {
				return err
			}
			p.Speaker, p.New = s, ""
		}
	}
	return nil
}

func (c *cast) knows(id study.ID) bool {
	return slices.ContainsFunc(slices.Concat(c.known, c.added), func(s study.Speaker) bool { return s.ID == id })
}

// called gives the speaker of a name, who may be new.
func (c *cast) called(name string) (study.ID, error) {
	for _, s := range slices.Concat(c.known, c.added) {
		if s.Name == name {
			return s.ID, nil
		}
	}
	s := study.Speaker{ProjectID: c.source.ProjectID, ID: study.NewID(), SourceID: c.source.ID, Name: name, Version: 1}
	c.added = append(c.added, s)
	return s.ID, s.Validate()
}

// withoutStrangers gives turns without those speakers whom the source has no more, since they
// came with a correction that was taken back.
func (c *cast) withoutStrangers(turns []study.Turn) []study.Turn {
	out := slices.Clone(turns)
	for i, t := range out {
		if t.Speaker != "" && !c.knows(t.Speaker) {
			out[i].Speaker = ""
		}
	}
	return out
}

func renameSpeakers(tx *store.Tx, source study.Source, names []SpeakerName) error {
	for _, n := range names {
		before, err := tx.Speaker(source.ProjectID, n.Speaker)
		if err == nil && before.SourceID != source.ID {
			err = study.Errorf(study.NotFound, "There is no such speaker in this source.")
		}
		if err != nil {
			return err
		}
		if before.Name == n.Name {
			continue
		}
		if _, err := edit(tx, before, 0, func(after *study.Speaker) error {
			after.Name = n.Name
			return after.Validate()
		}); err != nil {
			return err
		}
	}
	return nil
}
