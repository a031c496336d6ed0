package study

// ParsedQuery is a query as it was understood: its parts, which must all hold, and how it is
// written.
type ParsedQuery struct {
	Text  string      `json:"text"`
	Parts []QueryPart `json:"parts"`
}

// QueryPart is a part of a query. What doesn't apply to its kind is empty.
type QueryPart struct {
	Sort    string        `json:"kind" enum:"word,phrase,prefix,fuzzy,wildcard,near,field,relation,not,group"`
	Text    string        `json:"text" doc:"The part as it is written among others"`
	Words   string        `json:"words,omitempty" doc:"What is searched for, without its marks; of not, what is not to be found"`
	Exact   bool          `json:"exact,omitempty"`
	Field   string        `json:"field,omitempty" doc:"Its name, or that of a variable"`
	Less    bool          `json:"less,omitempty" doc:"None of the values"`
	Values  []string      `json:"values,omitempty" doc:"One of which is to hold"`
	Whole   []bool        `json:"whole,omitempty" doc:"Which of the values are whole names, in quotation marks; else words that a name has"`
	How     string        `json:"how,omitempty" doc:"How passages lie to others"`
	Number  int           `json:"number,omitempty" doc:"Words of near, turns of before and after"`
	Ordered bool          `json:"ordered,omitempty"`
	Of      []QueryCoding `json:"of,omitempty"`
	To      []QueryCoding `json:"to,omitempty"`
}

// QueryCoding is what a coding of a relation is to be: a code, or a coder.
type QueryCoding struct {
	Field  string   `json:"field"`
	Values []string `json:"values"`
}
