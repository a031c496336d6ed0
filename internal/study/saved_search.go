package study

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"strings"
	"time"
)

// SavedSearch is a search that a team keeps under a name. What it finds is found anew each time.
type SavedSearch struct {
	ProjectID ID     `json:"-"`
	ID        ID     `json:"id"`
	Name      string `json:"name"`
	Query     string `json:"q" doc:"In the query language"`
	SavedFilter
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// SavedFilter is what a saved search is narrowed by.
type SavedFilter struct {
	Strands    IDs   `json:"strand,omitempty"`
	Sources    IDs   `json:"source,omitempty"`
	Speakers   Texts `json:"speaker,omitempty" doc:"Names"`
	Codes      IDs   `json:"code,omitempty" doc:"With their descendants"`
	Coders     IDs   `json:"coder,omitempty"`
	Cases      IDs   `json:"case,omitempty"`
	Conditions Texts `json:"where,omitempty" doc:"Conditions on variables of cases, such as Employees>=10"`
}

// Kind and Key name the record in the journal.
func (SavedSearch) Kind() string { return "saved search" }
func (s SavedSearch) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (s *SavedSearch) Edition() *int { return &s.Version }

// Limits of saved searches.
const (
	MaxSavedSearches = 500
	MaxSavedQuery    = 2000 // characters, as many as a search may have
	maxSavedValues   = 200  // of each kind that narrows
)

// Validate checks what a person can set, but for the query's grammar.
func (s SavedSearch) Validate() error {
	if err := CheckName("name", s.Name); err != nil {
		return err
	}
	if TextLen(s.Query) > MaxSavedQuery {
		return FieldError("q", "A search has at most %d characters.", MaxSavedQuery)
	}
	if s.tooMany() {
		return Errorf(TooLarge, "A saved search is narrowed by at most %d of each kind.", maxSavedValues)
	}
	if strings.TrimSpace(s.Query) == "" && s.Asks().Narrows() == 0 {
		return FieldError("q", "There is nothing to search for yet: write words, or choose what to narrow by.")
	}
	return nil
}

// tooMany says whether any kind narrows by more values than are kept.
func (f SavedFilter) tooMany() bool {
	most := max(len(f.Strands), len(f.Sources), len(f.Codes), len(f.Coders), len(f.Cases), len(f.Speakers), len(f.Conditions))
	return most > maxSavedValues
}

// Narrows is by how many values a filter narrows.
func (f Filter) Narrows() int {
	return len(f.Strands) + len(f.Sources) + len(f.Speakers) + len(f.Codes) + len(f.Coders) + len(f.Cases) + len(f.Where) + len(f.Searches)
}

// Asks is the filter as lists are narrowed by it.
func (f SavedFilter) Asks() Filter {
	return Filter{Strands: f.Strands, Sources: f.Sources, Speakers: f.Speakers, Codes: f.Codes, Coders: f.Coders, Cases: f.Cases, Where: f.Conditions}
}

// Reworded puts what a person wrote of a search through a function, and says whether that changed it.
func (s SavedSearch) Reworded(say func(string) string) (SavedSearch, bool) {
	changed := false
	reword := func(text string) string {
		said := say(text)
		changed = changed || said != text
		return said
	}
	all := func(list Texts) (out Texts) {
		for _, text := range list {
			out = append(out, reword(text))
		}
		return out
	}
	s.Name, s.Query, s.Speakers, s.Conditions = reword(s.Name), reword(s.Query), all(s.Speakers), all(s.Conditions)
	return s, changed
}

// SearchLook is what somebody found when they last looked at a saved search.
type SearchLook struct {
	ProjectID ID
	SearchID  ID
	AccountID ID
	At        time.Time
	Total     int
	Hits      string // a print of each turn, as Prints writes them; "" when they were too many
}

// MostPrints are kept of a look. Where more is found, it is only counted.
const MostPrints = 20_000

// Prints tell turns from each other by their source and their words, so that one that only moved is
// still the same. The same words twice in a source are two.
type Prints struct {
	said map[uint64]int
	list []byte
}

// Add takes a turn, and gives its print.
func (p *Prints) Add(source ID, text string) uint64 {
	if p.said == nil {
		p.said = map[uint64]int{}
	}
	h := fnv.New64a()
	h.Write([]byte(string(source) + "\x00" + text))
	words := h.Sum64()
	again := p.said[words]
	p.said[words]++
	print := words + uint64(again)
	if len(p.list) <= 8*MostPrints {
		p.list = binary.BigEndian.AppendUint64(p.list, print)
	}
	return print
}

// Written gives the prints as they are kept, "" when they are too many.
func (p *Prints) Written() string {
	if len(p.list) > 8*MostPrints {
		return ""
	}
	return base64.StdEncoding.EncodeToString(p.list)
}

// Seen reads the prints of a look.
func (l SearchLook) Seen() (map[uint64]bool, error) {
	list, err := base64.StdEncoding.DecodeString(l.Hits)
	if err != nil {
		return nil, Wrap(err, "read what was found before")
	}
	out := make(map[uint64]bool, len(list)/8)
	for ; len(list) >= 8; list = list[8:] {
		out[binary.BigEndian.Uint64(list)] = true
	}
	return out, nil
}
