package search

// node is a part of a parsed query.
type node interface{ isNode() }

type (
	// allOf holds where every part does; passing over stop words is its business.
	allOf struct{ parts []node }
	// anyOf holds where one part does.
	anyOf struct{ parts []node }
	// noneOf holds where its part does not.
	noneOf struct{ part node }
	// words is one word, or several side by side. Exact leaves them unstemmed.
	words struct {
		place
		text   string
		quoted bool
		exact  bool
	}
	// prefix is the beginning of a word.
	prefix struct {
		place
		text string
	}
	// fuzzy is a word and those that differ by up to distance letters, 1 or 2.
	fuzzy struct {
		place
		text     string
		distance int
	}
	// wildcard is a word with * for any letters and ? for one.
	wildcard struct {
		place
		text string
	}
	// field holds where a turn has one of some values of something; less, where it has none.
	field struct {
		place
		name   string
		values []value
		less   bool
	}
	// relation holds where a passage lies to another as it says.
	relation struct {
		place
		how    string
		turns  int
		of, to []field // each of one coding
	}
	// near holds where its parts stand near each other, each at most so many words after the one
	// before it, in any order or in theirs.
	near struct {
		place
		text    string
		parts   []node
		apart   int
		ordered bool
	}
)

func (allOf) isNode()    {}
func (anyOf) isNode()    {}
func (noneOf) isNode()   {}
func (words) isNode()    {}
func (prefix) isNode()   {}
func (fuzzy) isNode()    {}
func (wildcard) isNode() {}
func (field) isNode()    {}
func (near) isNode()     {}
func (relation) isNode() {}
