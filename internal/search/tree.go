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
)

func (allOf) isNode()  {}
func (anyOf) isNode()  {}
func (noneOf) isNode() {}
func (words) isNode()  {}
func (prefix) isNode() {}
func (fuzzy) isNode()  {}
