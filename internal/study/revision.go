package study

import (
	"strings"
	"time"
)

// Revision is one immutable state of a source's words: Unicode, LF line ends, no BOM,
// with the turns that cover it. Numbers count from 1; one that was taken back keeps its own.
type Revision struct {
	ProjectID ID
	SourceID  ID
	Number    int
	Text      string
	Turns     []Turn
	Why       string
	Added     *int // words, as WordsChanged counts them; nil for the first
	Removed   *int
	By        ID        // who wrote it; whoever adds it, where it isn't said
	At        time.Time // UTC, and when; now, where it isn't said
}

// CountWords counts what the revision brings and takes against the text it is made of.
func (r *Revision) CountWords(was string) {
	added, removed := WordsChanged(was, r.Text)
	r.Added, r.Removed = &added, &removed
}

// RevisionHead is what a list tells of a revision.
type RevisionHead struct {
	Number    int        `json:"number"`
	CreatedBy ID         `json:"by,omitempty"`
	CreatedAt *time.Time `json:"at,omitempty" doc:"Absent for the texts of sources that were deleted before this was kept"`
	Why       string     `json:"why,omitempty"`
	Added     *int       `json:"added,omitempty" doc:"Words that came, against the text it was made of; absent for the first, and where it was not kept"`
	Removed   *int       `json:"removed,omitempty" doc:"Words that went"`
}

// Review says that a passage's words did not outlive a correction, so that someone looks at
// where it stands now. It names the words as they were by revision and range.
type Review struct {
	ProjectID ID  `json:"-"`
	ID        ID  `json:"id"`
	SourceID  ID  `json:"source"`
	PassageID ID  `json:"passage"`
	Revision  int `json:"revision" doc:"The last in which the words stood"`
	Range
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Review) Kind() string { return "review" }
func (r Review) Key() ID    { return r.ID }

// TurnCorrection puts parts in the place of one turn. No parts take it away, with the line
// end before it; joining two is one part with the words of both, and none for the second.
type TurnCorrection struct {
	Turn  int        `json:"turn" minimum:"0" doc:"Index of the turn"`
	Parts []TurnPart `json:"parts" maxItems:"1000"`
}

// TurnPart is what becomes of a turn, or of a part of it.
type TurnPart struct {
	Text    string `json:"text" maxLength:"1000000"`
	Speaker ID     `json:"speaker,omitempty" doc:"Who speaks; absent where nobody does"`
	New     string `json:"newSpeaker,omitempty" doc:"Name of a speaker who is not in the source yet"`
}

// CorrectTurns makes corrected turns of a text and its turns, and the edits that lead there.
// Times stay: the first part begins when the turn began, the last ends when it ended.
func CorrectTurns(was *Positions, turns []Turn, corrections []TurnCorrection) (edits []Edit, after []Turn, err error) {
	parts := map[int][]TurnPart{}
	for _, c := range corrections {
		if _, twice := parts[c.Turn]; twice || c.Turn < 0 || c.Turn >= len(turns) {
			return nil, nil, FieldError("turns", "There is no turn %d to correct, or it is corrected twice.", c.Turn)
		}
		if parts[c.Turn], err = cleanParts(c.Parts); err != nil {
			return nil, nil, err
		}
	}
	b := correcting{was: was, turns: turns, parts: parts}
	for i := range turns {
		b.turn(i)
	}
	b.flush(was.Len())
	return b.edits, b.after, nil
}

func cleanParts(parts []TurnPart) ([]TurnPart, error) {
	out := []TurnPart{}
	for _, p := range parts {
		text, err := CleanText(p.Text)
		if err != nil {
			return nil, err
		}
		if p.Text = strings.TrimSpace(text); p.Text != "" {
			out = append(out, p)
		}
	}
	return out, nil
}

// correcting goes through the turns and gathers, for each run of corrected ones, what stood
// there and what stands there now.
type correcting struct {
	was    *Positions
	turns  []Turn
	parts  map[int][]TurnPart
	edits  []Edit
	after  []Turn
	run    Range  // of the old text, while correcting
	now    string // in the place of it
	open   bool
	at     int // length of the new text so far, without the open run
	copied int // end of the old text that is in it
}

func (b *correcting) turn(i int) {
	t := b.turns[i]
	parts, corrected := b.parts[i]
	gap := Range{b.end(i - 1), t.Start}
	if !corrected {
		b.flush(t.Start)
		b.keep(t)
		return
	}
	if !b.open {
		b.open, b.run, b.now = true, Range{t.Start, t.Start}, ""
		if len(parts) == 0 && i > 0 {
			b.run.Start = gap.Start // its line end goes with it
		}
		b.at, b.copied = b.at+b.run.Start-b.copied, b.run.Start
	} else if len(parts) > 0 && len(b.after) > 0 {
		b.now += b.was.Slice(gap)
	}
	b.run.End = t.End
	for k, p := range parts {
		if k > 0 {
			b.now += "\n"
		}
		b.part(t, p, k == 0, k == len(parts)-1)
	}
	if len(parts) == 0 && len(b.after) > 0 {
		b.after[len(b.after)-1].ToMs = t.ToMs
	}
}

func (b *correcting) end(i int) int {
	if i < 0 {
		return 0
	}
	return b.turns[i].End
}

func (b *correcting) part(t Turn, p TurnPart, first, last bool) {
	start := b.at + TextLen(b.now)
	b.now += p.Text
	part := Turn{Index: len(b.after), Range: Range{start, b.at + TextLen(b.now)}, Speaker: p.Speaker}
	if first {
		part.FromMs = t.FromMs
	}
	if last {
		part.ToMs = t.ToMs
	}
	b.after = append(b.after, part)
}

// keep takes a turn over that nobody corrected.
func (b *correcting) keep(t Turn) {
	shift := b.at - b.copied
	t.Start, t.End, t.Index = t.Start+shift, t.End+shift, len(b.after)
	b.after = append(b.after, t)
}

// flush ends a run before the position next: its edits are found by a diff of that run alone.
func (b *correcting) flush(next int) {
	if !b.open {
		return
	}
	if len(b.after) == 0 {
		b.run.End = next // the text began with it
	}
	for _, e := range Diff(b.was.Slice(b.run), b.now) {
		e.Start, e.End = e.Start+b.run.Start, e.End+b.run.Start
		b.edits = append(b.edits, e)
	}
	b.at, b.copied, b.open = b.at+TextLen(b.now), b.run.End, false
}
