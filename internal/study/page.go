package study

// Box is a rectangle on a page as it is shown, in points (1/72 inch) from its left top corner.
type Box struct {
	Left   float64 `json:"left" doc:"Points from the page's left edge"`
	Top    float64 `json:"top" doc:"Points from the page's top edge"`
	Right  float64 `json:"right"`
	Bottom float64 `json:"bottom"`
}

// Width is how far the box reaches from left to right.
func (b Box) Width() float64 { return b.Right - b.Left }

// Height is how far the box reaches from top to bottom.
func (b Box) Height() float64 { return b.Bottom - b.Top }

// Around is the smallest box that holds both.
func (b Box) Around(o Box) Box {
	return Box{min(b.Left, o.Left), min(b.Top, o.Top), max(b.Right, o.Right), max(b.Bottom, o.Bottom)}
}

// Page is a page of the file that a source was made of. It never changes, so the journal
// does not keep it; it belongs to the source's first revision.
type Page struct {
	Number int        `json:"number" doc:"From 1"`
	Width  float64    `json:"width" doc:"Points, 1/72 inch"`
	Height float64    `json:"height" doc:"Points"`
	Words  []PageWord `json:"-"`
}

// PageWord is where a word of the text stands on a page. A word that a line's end divides
// is there twice, each time with the range of its part.
type PageWord struct {
	Range
	Box
}

// CarryWords takes words on a page to a later text. Those that are gone from it are left out.
func CarryWords(words []PageWord, c *Carry) []PageWord {
	out := make([]PageWord, 0, len(words))
	for _, w := range words {
		if to, kept := c.Range(w.Range); kept && to.Len() > 0 {
			out = append(out, PageWord{to, w.Box})
		}
	}
	return out
}
