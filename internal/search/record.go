package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// record is a turn as the index holds it. It is stored whole, so that a hit needs
// nothing else, and so that what is in the index can be compared with what should be.
type record struct {
	Strand   study.ID `json:"strand"`
	Language string   `json:"language"`
	Speaker  string   `json:"speaker,omitempty"`
	Start    int      `json:"start"`
	Text     string   `json:"text"`
	Codings  []pair   `json:"codings,omitempty"` // in order, each once
}

type pair struct {
	Code  study.ID `json:"code"`
	Coder study.ID `json:"coder"`
}

// key joins both; ids hold no slash.
func (p pair) key() string { return string(p.Code) + "/" + string(p.Coder) }

// turnID names a turn such that ids sort in the order of the text.
func turnID(source study.ID, turn int) string { return fmt.Sprintf("%s/%07d", source, turn) }

func splitTurnID(id string) (study.ID, int) {
	source, number, _ := strings.Cut(id, "/")
	turn, _ := strconv.Atoi(number)
	return study.ID(source), turn
}

// kept is a turn with its stored form.
type kept struct {
	record
	stored string
}

// records gives the turns of a source as they should be in the index, by id.
func records(c SourceContent) map[string]kept {
	names := make(map[study.ID]string, len(c.Speakers))
	for _, s := range c.Speakers {
		names[s.ID] = s.Name
	}
	text, coded := study.NewPositions(c.Text), codingsByTurn(c)
	out := make(map[string]kept, len(c.Turns))
	for _, t := range c.Turns {
		r := record{
			Strand: c.Source.StrandID, Language: languageOf(c.Source.Language), Speaker: names[t.Speaker],
			Start: t.Start, Text: text.Slice(t.Range), Codings: coded[t.Index],
		}
		out[turnID(c.Source.ID, t.Index)] = kept{r, r.stored()}
	}
	return out
}

func codingsByTurn(c SourceContent) map[int][]pair {
	out := map[int][]pair{}
	for _, coding := range c.Codings {
		for _, t := range study.TurnsIn(c.Turns, coding.Range) {
			out[t.Index] = append(out[t.Index], pair{coding.Code, coding.Coder})
		}
	}
	for turn, pairs := range out {
		slices.SortFunc(pairs, func(a, b pair) int {
			return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Coder, b.Coder))
		})
		out[turn] = slices.Compact(pairs)
	}
	return out
}

func (r record) stored() string {
	text, err := json.Marshal(r)
	must(err)
	return string(text)
}

func readRecord(stored string) (record, error) {
	r, quick := readWritten(stored)
	if quick {
		return r, nil
	}
	err := json.Unmarshal([]byte(stored), &r)
	return r, err
}

// codes are the codes of the turn, each once, in order.
func (r record) codes() []string {
	out := make([]string, 0, len(r.Codings))
	for _, p := range r.Codings {
		out = append(out, string(p.Code))
	}
	return slices.Compact(out)
}

func lower(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
