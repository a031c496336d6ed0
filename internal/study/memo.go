package study

import (
	"database/sql/driver"
	"slices"
	"strings"
	"time"
)

// Memo is a dated, authored note on one thing of the project, linked to any number of others.
type Memo struct {
	ProjectID  ID        `json:"-"`
	ID         ID        `json:"id"`
	Sort       string    `json:"kind" enum:"analytic,methodological,reflexive"`
	Title      string    `json:"title"`
	Body       string    `json:"body"`
	TargetKind string    `json:"targetKind" enum:"passage,code,source,case,strand,project"`
	TargetID   ID        `json:"target"`
	Links      Links     `json:"links,omitempty" doc:"What else it is about"`
	AuthorID   ID        `json:"author"`
	CreatedAt  time.Time `json:"createdAt"`
	UpdatedAt  time.Time `json:"updatedAt"`
	Version    int       `json:"version"`
}

// Kind and Key name the record in the journal.
func (Memo) Kind() string { return "memo" }
func (m Memo) Key() ID    { return m.ID }

// Edition is the version of it; each change makes the next.
func (m *Memo) Edition() *int { return &m.Version }

// Validate checks what a person can set.
func (m Memo) Validate() error {
	switch m.Sort {
	case "analytic", "methodological", "reflexive":
	default:
		return FieldError("kind", "A memo is analytic, methodological or reflexive.")
	}
	if m.Title == "" && m.Body == "" {
		return FieldError("body", "The memo is empty.")
	}
	if m.Title != "" {
		if err := CheckName("title", m.Title); err != nil {
			return err
		}
	}
	if len(m.Links) > MaxLinks {
		return FieldError("links", "The memo is linked to more than %d things.", MaxLinks)
	}
	return CheckProse("body", m.Body)
}

// About gives everything that the memo is about: what it stands on, then what it is linked to.
func (m Memo) About() Links { return append(Links{m.Target()}, m.Links...) }

// Target is what the memo stands on.
func (m Memo) Target() Link { return Link{Kind: m.TargetKind, ID: m.TargetID} }

// Linked gives the memo with these links and those to all that its text mentions, each
// once, and none to what it stands on.
func (m Memo) Linked(chosen Links) Memo {
	m.Links = nil
	for _, l := range append(chosen[:len(chosen):len(chosen)], Mentions(ReadMarkdown(m.Body))...) {
		if l != m.Target() {
			m.Links = m.Links.With(l)
		}
	}
	return m
}

// Chosen gives the links that somebody chose, beside those that the text mentions.
func (m Memo) Chosen() Links { return m.Links.Without(Mentions(ReadMarkdown(m.Body))...) }

// Moved gives the memo with one thing in place of another, wherever it stood on it, was
// linked to it or mentioned it.
func (m Memo) Moved(from, to Link) Memo {
	chosen := m.Links
	if m.Target() == from {
		m.TargetKind, m.TargetID = to.Kind, to.ID
	}
	if slices.Contains(chosen, from) {
		chosen = chosen.Without(from).With(to)
	}
	m.Body = strings.ReplaceAll(m.Body, "]("+from.String()+")", "]("+to.String()+")")
	return m.Linked(chosen)
}

// MaxLinks is the most things that a memo may be linked to.
const MaxLinks = 200

// Link names a thing that a memo is about.
type Link struct {
	Kind string `json:"kind" enum:"passage,code,source,case,strand,project"`
	ID   ID     `json:"id"`
}

// String is the link as a mention has it: code:ID.
func (l Link) String() string { return l.Kind + ":" + string(l.ID) }

// Links is a list of links; the database keeps it as a JSON array.
type Links []Link

// With gives the list with a link at its end, unless it is there already.
func (l Links) With(one Link) Links {
	if slices.Contains(l, one) {
		return l
	}
	return append(l[:len(l):len(l)], one)
}

// Without gives the list without some links.
func (l Links) Without(some ...Link) (out Links) {
	for _, one := range l {
		if !slices.Contains(some, one) {
			out = append(out, one)
		}
	}
	return out
}

// Value writes the list as JSON.
func (l Links) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Links) Scan(v any) error { return scanList((*[]Link)(l), v) }
