package study

import "slices"

// MostLines is how many lines a concordance has at most: all of them are held to be ordered.
const MostLines = 20000

// LineOrders are how a concordance can be ordered: as the text goes, by what was found, or by the
// first, second or third word left or right of it, and by the words beyond.
var LineOrders = []string{"text", "word", "left1", "left2", "left3", "right1", "right2", "right3"}

// LineQuery asks for a concordance. An empty order is that of the text.
type LineQuery struct {
	SearchQuery
	Order string
}

// Validate refuses an order that there is not.
func (q LineQuery) Validate() error {
	if q.Order == "" || slices.Contains(LineOrders, q.Order) {
		return nil
	}
	return FieldError("sort", "There is no order “%s”.", Shorten(q.Order, 40))
}

// Line is a place that answers a query, with some words of its turn at both sides. Words that
// stand in a row are one place. The range counts in the source's text.
type Line struct {
	Source ID  `json:"source"`
	Turn   int `json:"turn"`
	Range
	Before  string `json:"before"`
	Words   string `json:"words"`
	After   string `json:"after"`
	Speaker string `json:"speaker,omitempty"`
	Codes   []ID   `json:"codes"`
}

// Lines is a part of a concordance. Next is empty at its end.
type Lines struct {
	Total int  // of the concordance
	Cut   bool // there are more than MostLines, of which these are the first in the text
	Lines []Line
	Next  string
}
