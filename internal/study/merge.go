package study

import (
	"fmt"
	"strings"
	"time"
)

// Merge is what happened when one code was merged into another.
type Merge struct {
	From, Into Code
	Path       []string // of From, from the root
	By         Account
	At         time.Time
	Moved      int // codings that Into took
	Folded     int // codings of the same words by the same coder, which Into had already
	Memos      int // memos that were on From
	Children   int // codes that stood under From
}

// Trail is the memo that Into keeps of it. It is linked to From, which is gone: so the
// history of the codebook tells a merge from a deletion.
func (m Merge) Trail() Memo {
	parts := []string{m.inWords()}
	for _, p := range []struct{ head, text string }{
		{"Definition", m.From.Definition}, {"Include when", m.From.Include}, {"Exclude when", m.From.Exclude},
		{"Typical example", m.From.Example}, {"Near miss", m.From.NearMiss},
	} {
		if p.text != "" {
			parts = append(parts, "**"+p.head+":** "+EscapeMarkdown(p.text))
		}
	}
	return Memo{ID: NewID(), Sort: "methodological", Title: "Merged from “" + Shorten(m.From.Name, MaxName-20) + "”", Body: Shorten(strings.Join(parts, "\n\n"), MaxProse),
		TargetKind: "code", TargetID: m.Into.ID, Links: Links{{Kind: "code", ID: m.From.ID}}, AuthorID: m.By.ID, CreatedAt: m.At, UpdatedAt: m.At, Version: 1}
}

func (m Merge) inWords() string {
	return fmt.Sprintf("%s merged “%s” into this code on %s.\n\n- Codings that came along: %d\n- Codings folded into those that stood on the same words: %d\n- Memos that came along: %d\n- Codes that stood under it: %d",
		EscapeMarkdown(m.By.Name), EscapeMarkdown(strings.Join(m.Path, " › ")), m.At.Format("2 January 2006, 15:04 UTC"), m.Moved, m.Folded, m.Memos, m.Children)
}
