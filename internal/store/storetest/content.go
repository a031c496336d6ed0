package storetest

import (
	"errors"
	"reflect"
	"testing"

	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

var contentClaims = []claim{
	{"the words of a source and its turns come back as they were written", func(t *testing.T, open Open) {
		d := furnished(t, open)
		from, to := 0, 61_250
		turns := []study.Turn{{Index: 0, Range: study.Range{End: 5}, Speaker: d.speaker, FromMs: &from, ToMs: &to}, {Index: 1, Range: study.Range{Start: 5, End: 9}}}
		source := d.revised(t, 2, strange, turns, nil)
		for range 2 { // read, then remembered
			c, err := d.reader(t).Content(source)
			must(t, err)
			if c.Text != strange || !reflect.DeepEqual(c.Turns, turns) || c.Len() != study.TextLen(strange) {
				t.Errorf("wrote %q %v and read %q %v", strange, turns, c.Text, c.Turns)
			}
		}
	}},
	{"words that were read in a transaction which failed are not remembered", func(t *testing.T, open Open) {
		d := furnished(t, open)
		source := d.revised(t, 2, "never said", nil, errWanted)
		_, err := d.reader(t).Content(source)
		wantKind(t, err, study.NotFound)
		d.revised(t, 2, "what was said", nil, nil)
		c, err := d.reader(t).Content(source)
		must(t, err)
		if c.Text != "what was said" {
			t.Errorf("it reads %q", c.Text)
		}
	}},
	{"the words outlive their source, so that its removal can be taken back", func(t *testing.T, open Open) {
		d := furnished(t, open)
		source, err := d.reader(t).Source(d.project, d.source)
		must(t, err)
		speaker, err := d.reader(t).Speaker(d.project, d.speaker)
		must(t, err)
		entry := d.act(t, d.ann, func(tx *store.Tx) error {
			must(t, tx.Remove(speaker))
			return tx.Remove(source)
		})
		_, err = d.revert(t, entry)
		must(t, err)
		c, err := opened(t, d.options).Read(t.Context()).Content(source)
		must(t, err)
		if c.Text != "first "+sourceText {
			t.Errorf("it reads %q", c.Text)
		}
	}},
}

// revised writes a revision, reads it in the same transaction, and ends that as told.
func (d *desk) revised(t *testing.T, number int, text string, turns []study.Turn, end error) study.Source {
	t.Helper()
	source, err := d.reader(t).Source(d.project, d.source)
	must(t, err)
	source.Revision = number
	_, err = d.Act(t.Context(), store.Action{Project: d.project, Actor: d.ann}, func(tx *store.Tx) error {
		must(t, tx.AddRevision(study.Revision{SourceID: d.source, Number: number, Text: text, Turns: turns}))
		c, err := tx.Content(source)
		must(t, err)
		if c.Text != text {
			t.Errorf("the transaction reads %q", c.Text)
		}
		must(t, tx.Add(d.memo("source", d.source)))
		return end
	})
	if !errors.Is(err, end) {
		t.Fatal(err)
	}
	return source
}
