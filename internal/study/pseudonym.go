package study

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Pseudonym is what stands for a name in the texts of a project. The name itself is kept
// apart: neither this record nor the journal holds it.
type Pseudonym struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	Pseudonym string    `json:"pseudonym"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Pseudonym) Kind() string { return "pseudonym" }
func (p Pseudonym) Key() ID    { return p.ID }

// Edition is the version of it; each change makes the next.
func (p *Pseudonym) Edition() *int { return &p.Version }

// Validate checks what a person can set.
func (p Pseudonym) Validate() error { return CheckName("pseudonym", p.Pseudonym) }

// Named is a pseudonym with the name that it stands for.
type Named struct {
	Pseudonym
	Name string `json:"name"`
}

// Naming finds names in texts and puts their pseudonyms there.
type Naming struct {
	byFirst map[string][]Named // by the name's first word in lower case, the longest names first
}

// NewNaming takes the names to find. Where one begins with another, the longer one counts.
func NewNaming(list []Named) *Naming {
	n := &Naming{byFirst: map[string][]Named{}}
	for _, one := range list {
		if words := wordsOf(one.Name); len(words) > 0 {
			n.byFirst[words[0].folded] = append(n.byFirst[words[0].folded], one)
		}
	}
	for _, some := range n.byFirst {
		slices.SortStableFunc(some, func(a, b Named) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	}
	return n
}

// Replacement is a name in a text and what is to stand there.
type Replacement struct {
	Range
	Was string `json:"was"`
	Is  string `json:"is"`
	For ID     `json:"pseudonym"`
}

// Find gives the names in a text, in text order. A name is found as whole words, written as
// it is or all in capitals, whatever white space stands between its words.
func (n *Naming) Find(text string) (out []Replacement) {
	points, byte0 := 0, 0
	words := wordsOf(text)
	for i := 0; i < len(words); i++ {
		one, last := n.at(text, words[i:])
		if last == 0 {
			continue
		}
		start, end := words[i].start, words[i+last-1].end
		points, byte0 = points+utf8.RuneCountInString(text[byte0:start]), start
		was := text[start:end]
		out = append(out, Replacement{Range{points, points + utf8.RuneCountInString(was)}, was, inCaseOf(was, one.Pseudonym.Pseudonym), one.ID})
		i += last - 1
	}
	return out
}

// at is the name that the words begin with, and how many of them it has.
func (n *Naming) at(text string, words []spelled) (Named, int) {
	for _, one := range n.byFirst[words[0].folded] {
		name := wordsOf(one.Name)
		if len(name) <= len(words) && same(text, words[:len(name)], one.Name, name) {
			return one, len(name)
		}
	}
	return Named{}, 0
}

// same says whether words of a text spell a name: each as it is or in capitals, and between
// them what stands between the words of the name.
func same(text string, words []spelled, name string, spelt []spelled) bool {
	for i := range spelt {
		got, want := text[words[i].start:words[i].end], name[spelt[i].start:spelt[i].end]
		if got != want && got != strings.ToUpper(want) {
			return false
		}
		if i > 0 && strings.TrimSpace(text[words[i-1].end:words[i].start]) != strings.TrimSpace(name[spelt[i-1].end:spelt[i].start]) {
			return false
		}
	}
	return true
}

func inCaseOf(was, is string) string {
	if utf8.RuneCountInString(was) > 1 && was == strings.ToUpper(was) && was != strings.ToLower(was) {
		return strings.ToUpper(is)
	}
	return is
}

// Replace gives a text with all names replaced.
func (n *Naming) Replace(text string) string {
	var out strings.Builder
	at := NewPositions(text)
	from := 0
	for _, r := range n.Find(text) {
		out.WriteString(at.Slice(Range{from, r.Start}))
		out.WriteString(r.Is)
		from = r.End
	}
	if from == 0 {
		return text
	}
	return out.String() + at.Slice(Range{from, at.Len()})
}
