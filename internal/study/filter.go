package study

// Filter narrows excerpts and hits. Empty lists don't narrow; several values of
// one kind widen (or), several kinds narrow (and). Codes stand for their descendants too, unless Alone.
type Filter struct {
	Strands  []ID
	Sources  []ID
	Codes    []ID
	Coders   []ID
	Speakers []string // names, whatever their case
	Cases    []ID     // in what is tied to any of these, or to who belongs to them
	Where    []string // in what is tied to cases that meet these conditions, or to who belongs to them; see CaseQuery
	Searches []ID     // in turns that any of these saved searches finds
	Words    string   // of excerpts: all of these stand in the passage
	WithMemo bool     // of excerpts: the passage carries a memo
	Outdated bool     // of excerpts: coded before the code's meaning changed, and not looked at since
	Alone    bool     // codes don't stand for their descendants
}

// ByCase says whether the filter asks for what belongs to some cases.
func (f Filter) ByCase() bool { return len(f.Cases)+len(f.Where) > 0 }

// MemoFilter narrows memos. Empty lists don't narrow; several values of one list widen (or),
// several lists narrow (and). A memo is about what it stands on and what it is linked to; one
// on or linked to a passage is about its source and strand too.
type MemoFilter struct {
	Target  ID       // memos about exactly this
	Kinds   []string // analytic, methodological, reflexive
	On      []string // kinds of what they stand on: passage, code, source, strand, project
	Authors []ID
	Strands []ID
	Sources []ID
	Codes   []ID   // with their descendants; memos on passages coded with them too
	Text    string // words that all occur in title or body, whatever their case and accents
}

// SearchQuery is what a person asks of the text.
type SearchQuery struct {
	Text string // in the query language; empty finds every turn that the filter lets through
	Filter
	// Turns gives what fields stand for together that the index doesn't know, such as the variables
	// of a case; NotFound when there is no such field.
	Turns func(fields ...FieldWanted) (TurnSet, error)
	// Related gives the turns of the codings that lie to others as a relation asks.
	Related func(Relation) (TurnSet, error)
	Within  TurnSet // what belongs to the cases of the filter, which the index doesn't know; nil doesn't narrow
	Part    string  // PartCommon or PartWhole: what of passages that lie to others is shown in the hits
	Listed  int     // how many values of each kind are listed with their counts; UsualFacets when 0
	Limit   int
	Cursor  string
}

// Hit is a turn that answers a search. Marks and Range count in the source's text.
type Hit struct {
	Source ID  `json:"source"`
	Turn   int `json:"turn"`
	Range
	Text  string   `json:"text"`
	Marks [][2]int `json:"marks" doc:"What matched, [start, end) in the source's text"`
	// Shown is what is marked for how its passages lie to others.
	Shown   []Range `json:"shown,omitempty" doc:"Of its passages that lie to others as is asked, the common part or all, in the source's text"`
	Speaker string  `json:"speaker,omitempty"`
	Codes   []ID    `json:"codes"`
}

// NoCode stands among the codes of a search for turns on which nothing is coded yet.
const NoCode ID = "none"

// FacetCount is how many hits have one value. The value is an id, or a name for speakers.
type FacetCount struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Facets count the hits by each way of narrowing them.
type Facets struct {
	Strand  []FacetCount `json:"strand"`
	Source  []FacetCount `json:"source"`
	Speaker []FacetCount `json:"speaker"`
	Code    []FacetCount `json:"code"`
	Coder   []FacetCount `json:"coder"`
	Uncoded int          `json:"uncoded" doc:"Turns on which nothing is coded yet"`
	Values  FacetValues  `json:"values" doc:"How many values of each kind there are among the hits; the commonest are listed"`
}

// FacetValues says of how many values hits have some of each kind, listed or not.
type FacetValues struct {
	Strand  int `json:"strand"`
	Source  int `json:"source"`
	Speaker int `json:"speaker"`
	Code    int `json:"code"`
	Coder   int `json:"coder"`
}

// How many values of each kind are listed when nobody says, and at most.
const (
	UsualFacets = 200
	MostFacets  = 5000
)

// CaseCount is how many hits belong to a case, or to the cases with a value of a variable, and how
// many turns there are of them.
type CaseCount struct {
	Value string `json:"value" doc:"A case, or a value of the variable; empty for cases without one"`
	Name  string `json:"name"`
	Count int    `json:"count"`
	Of    int    `json:"of" doc:"Turns in all that belong to it"`
}

// CaseCounts count the hits by case or by a variable, in order. A hit can belong to several.
type CaseCounts struct {
	Items []CaseCount `json:"items"`
	None  int         `json:"none" doc:"Hits that belong to none of these"`
}

// SearchResult is one page of hits. Next is empty at the end.
type SearchResult struct {
	Total  int
	Hits   []Hit
	Facets Facets
	Next   string
}
