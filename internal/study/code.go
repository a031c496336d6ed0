package study

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Code is a concept in the codebook.
type Code struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	ParentID   ID        `json:"parent,omitempty"`
	Position   int       `json:"position" doc:"Order among its siblings, from 0"`
	Name       string    `json:"name"`
	Color      Color     `json:"color" doc:"A dye such as madder, its second form madder/open, or #rrggbb"`
	Definition string    `json:"definition"`
	Include    string    `json:"include" doc:"Include when"`
	Exclude    string    `json:"exclude" doc:"Exclude when"`
	Example    string    `json:"example" doc:"A typical example"`
	ExampleOf  ID        `json:"exampleOf,omitempty" doc:"The passage that the example was picked from"`
	NearMiss   string    `json:"nearMiss,omitempty" doc:"Words that look like it and are not"`
	NearMissOf ID        `json:"nearMissOf,omitempty" doc:"The passage that the near miss was picked from"`
	Codable    bool      `json:"codable" doc:"False for a heading that only groups codes"`
	CreatedBy  ID        `json:"createdBy,omitempty"`
	CreatedAt  time.Time `json:"createdAt"`
	// DefinedAt is when what the code means was changed last; nil when it never was. Codings
	// made before it are offered for a second look.
	DefinedAt *time.Time `json:"definedAt,omitempty" doc:"When the definition or what to include or exclude was changed last"`
	Version   int        `json:"version"`
}

// Kind and Key name the record in the journal.
func (Code) Kind() string { return "code" }
func (c Code) Key() ID    { return c.ID }

// Validate checks what a person can set.
func (c Code) Validate() error {
	if err := CheckName("name", c.Name); err != nil {
		return err
	}
	if err := c.Color.Validate(); err != nil {
		return err
	}
	for field, text := range map[string]string{"definition": c.Definition, "include": c.Include, "exclude": c.Exclude, "example": c.Example, "nearMiss": c.NearMiss} {
		if err := CheckProse(field, text); err != nil {
			return err
		}
	}
	return nil
}

// Revised is the code as it is kept after a change: its version counts the changes other
// than of its place among its siblings, and it remembers when its meaning changed. A first
// definition counts as one, since nobody could go by it before.
func (c Code) Revised(before Code, at time.Time) Code {
	same := before
	same.Position = c.Position
	if c != same {
		c.Version = before.Version + 1
	}
	if c.meaning() != before.meaning() {
		c.DefinedAt = &at
	}
	return c
}

// meaning is what coders go by, however it is spaced.
func (c Code) meaning() (out [3]string) {
	for i, text := range []string{c.Definition, c.Include, c.Exclude} {
		out[i] = strings.Join(strings.Fields(text), " ")
	}
	return out
}

// Color is how a code is drawn: one of the twelve dyes, "madder" or in its second
// form "madder/open", or "#rrggbb" as other tools exchange it.
type Color string

// Dyes are the twelve, in the order in which new codes take them.
var Dyes = []Color{"madder", "annatto", "moss", "verdigris", "woad", "indigo", "fustic", "walnut", "cochineal", "logwood", "lichen", "oakgall"}

var hexColor = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Validate refuses what is neither a dye nor #rrggbb.
func (c Color) Validate() error {
	if hexColor.MatchString(string(c)) || slices.Contains(Dyes, Color(strings.TrimSuffix(string(c), "/open"))) {
		return nil
	}
	return FieldError("color", "“%s” is not a colour: use a dye such as madder or madder/open, or #rrggbb.", c)
}

// NextColor picks the colour of a new code: the parent's family first, then
// whatever its siblings don't use, the filled form before the open one.
func NextColor(parent Color, siblings []Code) Color {
	used := map[Color]bool{}
	for _, s := range siblings {
		used[s.Color] = true
	}
	order := slices.Clone(Dyes)
	if at := slices.Index(order, Color(strings.TrimSuffix(string(parent), "/open"))); at >= 0 && at < 6 {
		family := at - at%2
		order = append([]Color{order[at], order[family], order[family+1]}, order...)
	} else if at >= 0 {
		order = append([]Color{order[at]}, order[6:]...)
		order = append(order, Dyes...)
	}
	for _, form := range []Color{"", "/open"} {
		for i, dye := range order {
			if c := dye + form; !used[c] && (parent == "" || i > 0 || form != "" || len(siblings) > 0) {
				return c
			}
		}
	}
	return order[len(siblings)%len(order)]
}
