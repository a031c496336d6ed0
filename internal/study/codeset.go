package study

import "time"

// CodeSet is a handful of codes that are looked at together, across the tree.
type CodeSet struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	Name      string    `json:"name"`
	Codes     IDs       `json:"codes" doc:"In order; a code that was deleted since is passed over"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (CodeSet) Kind() string { return "code set" }
func (s CodeSet) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (c *CodeSet) Edition() *int { return &c.Version }

// MaxSet is the most codes in a set.
const MaxSet = 1000

// Validate checks what a person can set.
func (s CodeSet) Validate() error {
	if len(s.Codes) > MaxSet {
		return FieldError("codes", "A set holds at most %d codes.", MaxSet)
	}
	return CheckName("name", s.Name)
}

// Merged are codes after some were merged: what was merged away is followed to where it went,
// and each code is kept once.
func (l IDs) Merged(into map[ID]ID) IDs {
	out := make(IDs, len(l))
	for i, id := range l {
		for next, gone := into[id]; gone; next, gone = into[id] {
			id = next
		}
		out[i] = id
	}
	return out.Distinct()
}
