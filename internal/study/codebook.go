package study

import (
	"cmp"
	"slices"
	"strings"
)

// Codebook is the tree of a project's codes.
type Codebook struct {
	codes    map[ID]Code
	children map[ID][]Code // by parent, in order; roots under ""
}

// NewCodebook builds the tree. A code whose parent is missing becomes a root.
func NewCodebook(codes []Code) *Codebook {
	b := &Codebook{codes: make(map[ID]Code, len(codes)), children: map[ID][]Code{}}
	for _, c := range codes {
		b.codes[c.ID] = c
	}
	for _, c := range codes {
		parent := c.ParentID
		if _, there := b.codes[parent]; !there {
			parent = ""
		}
		b.children[parent] = append(b.children[parent], c)
	}
	for _, list := range b.children {
		slices.SortFunc(list, func(x, y Code) int {
			return cmp.Or(cmp.Compare(x.Position, y.Position), strings.Compare(x.Name, y.Name), strings.Compare(string(x.ID), string(y.ID)))
		})
	}
	return b
}

// Code gives one code.
func (b *Codebook) Code(id ID) (Code, bool) { c, ok := b.codes[id]; return c, ok }

// Children gives the codes right under a parent, in order; "" gives the roots.
func (b *Codebook) Children(parent ID) []Code { return b.children[parent] }

// Walk visits every code, parents first, in order; depth is 0 for roots.
func (b *Codebook) Walk(visit func(c Code, depth int)) { b.walk("", 0, visit) }

func (b *Codebook) walk(parent ID, depth int, visit func(Code, int)) {
	for _, c := range b.children[parent] {
		visit(c, depth)
		b.walk(c.ID, depth+1, visit)
	}
}

// WithDescendants gives the ids themselves and all under them, each once, in tree order.
func (b *Codebook) WithDescendants(ids ...ID) []ID {
	wanted := map[ID]bool{}
	for _, id := range ids {
		if _, there := b.codes[id]; there {
			wanted[id] = true
			b.walk(id, 0, func(c Code, _ int) { wanted[c.ID] = true })
		}
	}
	out := make([]ID, 0, len(wanted))
	b.Walk(func(c Code, _ int) {
		if wanted[c.ID] {
			out = append(out, c.ID)
		}
	})
	return out
}

// Path gives the names from the root to the code.
func (b *Codebook) Path(id ID) []string {
	var path []string
	for range len(b.codes) {
		c, there := b.codes[id]
		if !there {
			break
		}
		path = append(path, c.Name)
		id = c.ParentID
	}
	slices.Reverse(path)
	return path
}

// CheckPlace refuses a parent that does not exist or lies within the code itself,
// and a name that a sibling bears already.
func (b *Codebook) CheckPlace(c Code) error {
	if c.ParentID != "" {
		if _, there := b.codes[c.ParentID]; !there {
			return FieldError("parent", "The code it should stand under is not there any more.")
		}
		if slices.Contains(b.WithDescendants(c.ID), c.ParentID) {
			return FieldError("parent", "“%s” can't stand under itself.", c.Name)
		}
	}
	for _, sibling := range b.children[c.ParentID] {
		if sibling.ID != c.ID && strings.EqualFold(sibling.Name, c.Name) {
			return FieldError("name", "There is already a code “%s” here.", sibling.Name)
		}
	}
	return nil
}
