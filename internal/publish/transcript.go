package publish

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// Transcript is a source as it was coded: every turn with its number, and what was coded in it.
type Transcript struct {
	Report // of this source alone
	Title  string
	Words  int
	Turns  []Turn
}

// Turn is what one speaker said, or one paragraph where nobody speaks. Its range counts
// code points of the source.
type Turn struct {
	study.Range
	Speaker   string
	Moderator bool
	FromMs    *int // milliseconds from the start of the recording
	Text      string
}

// lead is what stands before the words of a turn: who speaks, and when.
func (t Turn) lead() string {
	var parts []string
	if name := cleanName(t.Speaker); name != "" {
		parts = append(parts, name)
	}
	if t.FromMs != nil {
		parts = append(parts, "("+clock(*t.FromMs)+")")
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, " ") + ": "
}

// border is where a note begins or ends in a turn, at a code point of its text.
type border struct {
	At    int
	Note  int
	Opens bool
}

// borders finds where the notes begin and end, turn by turn. What begins or ends between two
// turns does so where the words go on, or stopped.
func (t Transcript) borders() [][]border {
	out := make([][]border, len(t.Turns))
	for note, c := range t.Excerpts {
		touched := -1
		for i, turn := range t.Turns {
			if turn.End <= c.Start || turn.Start >= c.End {
				continue
			}
			if touched < 0 {
				out[i] = append(out[i], border{max(c.Start-turn.Start, 0), note, true})
			}
			touched = i
		}
		if touched >= 0 {
			turn := t.Turns[touched]
			out[touched] = append(out[touched], border{min(c.End, turn.End) - turn.Start, note, false})
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, inPlace)
	}
	return out
}

// inPlace puts what ends before what begins at the same place, unless it is the same note.
func inPlace(x, y border) int {
	if x.At != y.At || x.Note == y.Note || x.Opens == y.Opens {
		return cmp.Compare(x.At, y.At)
	}
	if x.Opens {
		return 1
	}
	return -1
}

// facts are said below the title.
func (t Transcript) facts() []string {
	coded := "Nothing is coded"
	if len(t.Excerpts) > 0 {
		coded = many(len(t.Excerpts), "coding")
	}
	facts := []string{strings.Join([]string{many(len(t.Turns), "turn"), many(t.Words, "word"), coded}, between)}
	for _, f := range t.Filters {
		facts = append(facts, cleanName(f))
	}
	return facts
}

// codes are those that are used, in the codebook's order, each with how often.
func (t Transcript) codes() (out []section) {
	return outline(t.Report)
}

// noteText says what a passage was coded with, and what was thought of it.
func noteText(e study.Excerpt) []string {
	names := make([]string, len(e.Path))
	for i, name := range e.Path {
		names[i] = cleanName(name)
	}
	lines := []string{strings.Join(names, " › ")}
	if memo := strings.TrimSpace(clean(e.Memo)); memo != "" {
		lines = append(lines, "Memo: "+memo)
	}
	return lines
}

// initials are at most two letters of a name.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	first, last := []rune(words[0]), []rune(words[len(words)-1])
	if len(words) == 1 {
		return strings.ToUpper(string(first[:min(2, len(first))]))
	}
	return strings.ToUpper(fmt.Sprintf("%c%c", first[0], last[0]))
}
