package study

import "time"

// Excerpt is a coding as it appears in a list or a report, with its source line.
type Excerpt struct {
	Coding   ID     `json:"coding"`
	Passage  ID     `json:"passage"`
	Source   ID     `json:"source"`
	Title    string `json:"title" doc:"Title of the source"`
	Strand   ID     `json:"strand"`
	StrandIs string `json:"strandName"`
	Range
	Turn      int        `json:"turn" doc:"Index of the first turn it touches"`
	Text      string     `json:"text"`
	Speaker   string     `json:"speaker,omitempty" doc:"Names of the speakers it touches, in order"`
	FromMs    *int       `json:"fromMs,omitempty"`
	Code      ID         `json:"code"`
	Path      []string   `json:"path" doc:"Names from the root of the codebook to the code"`
	Color     Color      `json:"color"`
	Coder     ID         `json:"coder"`
	CoderName string     `json:"coderName"`
	At        time.Time  `json:"at"`
	CheckedAt *time.Time `json:"checkedAt,omitempty"`
	Outdated  bool       `json:"outdated" doc:"Coded before the code's meaning changed, and not looked at since"`
	Memo      string     `json:"memo,omitempty" doc:"Memos on the passage"`
}

// ExcerptOrder is what a list of excerpts is ordered by.
type ExcerptOrder string

// The orders: by place in the texts, by place in the codebook, by the coder's name, the
// newest first, the longest first. What is alike stands in order of the text.
const (
	ByText   ExcerptOrder = "text"
	ByCode   ExcerptOrder = "code"
	ByCoder  ExcerptOrder = "coder"
	ByTime   ExcerptOrder = "recent"
	ByLength ExcerptOrder = "length"
)

// ExcerptGrouping is what a list of excerpts is gathered under.
type ExcerptGrouping string

// The groupings; without one there are no heads.
const (
	Ungrouped      ExcerptGrouping = "none"
	GroupByCode    ExcerptGrouping = "code"
	GroupBySource  ExcerptGrouping = "source"
	GroupByStrand  ExcerptGrouping = "strand"
	GroupBySpeaker ExcerptGrouping = "speaker"
	GroupByCoder   ExcerptGrouping = "coder"
	GroupByCase    ExcerptGrouping = "case" // of reports alone
)

// ExcerptQuery is which excerpts a person asks for, and how they are listed.
type ExcerptQuery struct {
	Filter
	Order  ExcerptOrder
	Group  ExcerptGrouping
	Folded []string // values of groups whose rows are left out; they are counted
	Single bool     // a row for each coding; else one for all codings of a passage
	From   int      // rows before the first
	Limit  int
}

// ExcerptRow is one line of a list: a passage with those of its codings that the filter
// lets through. The excerpt is of the first of them.
type ExcerptRow struct {
	Excerpt
	Codings []Coding
	Others  []ID // other codes on the same words, in order of the codebook
}

// ExcerptGroup is the head of rows that belong together. Value is an id, or the names of
// speakers.
type ExcerptGroup struct {
	Value string `json:"value"`
	Rows  int    `json:"rows"`
}

// ExcerptTotals count what a filter lets through.
type ExcerptTotals struct {
	Codings  int `json:"total" doc:"Codings in all"`
	Passages int `json:"passages" doc:"Passages they stand on"`
	Sources  int `json:"sources" doc:"Sources they come from"`
	Scope    int `json:"scope" doc:"Sources that were looked through: all, or those of the chosen strands and sources"`
}

// ExcerptPage is a part of a list, with what is true of all of it.
type ExcerptPage struct {
	ExcerptTotals
	Rows   []ExcerptRow
	From   int // rows before the first
	Listed int // rows in all, without those of folded groups
	Groups []ExcerptGroup
	Seq    int64 // the journal's newest entry when it was read
}
