package study

// What of a hit can be coded.
const (
	HitWords    = "words"    // what was found, each place by itself
	HitSentence = "sentence" // the sentences in which it stands
	HitTurn     = "turn"
)

// MostRanges is how many ranges of hits can be coded at once.
const MostRanges = 5000

// RangeQuery asks for the ranges of hits that could be coded, and says with which code.
type RangeQuery struct {
	SearchQuery
	What string
	Code ID // may be none yet
}

// HitRange is what would be coded of a hit.
type HitRange struct {
	Source ID  `json:"source"`
	Turn   int `json:"turn"`
	Range
	Text    string `json:"text"`
	Speaker string `json:"speaker,omitempty"`
	Coded   string `json:"coded,omitempty" enum:"same,overlaps" doc:"The asker has put the code on the same words already, or on some of them"`
}

// HitRanges are in the order of the text.
type HitRanges struct {
	Items []HitRange
	Cut   bool // there are more than MostRanges, of which these are the first
}
