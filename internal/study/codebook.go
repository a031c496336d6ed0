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
		slices.SortFunc(list, beside)
	}
	return b
}

// beside is the order of siblings.
func beside(x, y Code) int {
	return cmp.Or(cmp.Compare(x.Position, y.Position), strings.Compare(x.Name, y.Name), strings.Compare(string(x.ID), string(y.ID)))
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

// All gives every code, parents before children, in order.
func (b *Codebook) All() []Code {
	out := make([]Code, 0, len(b.codes))
	b.Walk(func(c Code, _ int) { out = append(out, c) })
	return out
}

// Sum adds to each code's own number those of all codes under it.
func (b *Codebook) Sum(own map[ID]int) map[ID]int {
	sums := make(map[ID]int, len(b.codes))
	for _, c := range slices.Backward(b.All()) { // children before their parents
		sums[c.ID] += own[c.ID]
		if c.ParentID != "" {
			sums[c.ParentID] += sums[c.ID]
		}
	}
	return sums
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

// Put adds a code, or takes the place of what stands under its id.
func (b *Codebook) Put(c Code) {
	b.Drop(c.ID)
	b.codes[c.ID] = c
	under := b.shelf(c)
	at, _ := slices.BinarySearchFunc(b.children[under], c, beside)
	b.children[under] = slices.Insert(b.children[under], at, c)
}

// Drop takes a code out. Those under it stay where they are until they are put elsewhere.
func (b *Codebook) Drop(id ID) {
	if c, there := b.codes[id]; there {
		under := b.shelf(c)
		b.children[under] = slices.DeleteFunc(slices.Clone(b.children[under]), func(s Code) bool { return s.ID == id })
		delete(b.codes, id)
	}
}

// shelf is the list of children that a code is in: its parent's, or the roots'.
func (b *Codebook) shelf(c Code) ID {
	if _, there := b.codes[c.ParentID]; there {
		return c.ParentID
	}
	return ""
}

// Place puts a code at a position among its siblings, or as near as there are any, and
// numbers them anew.
func (b *Codebook) Place(c Code, position int) {
	order := slices.DeleteFunc(slices.Clone(b.children[c.ParentID]), func(s Code) bool { return s.ID == c.ID })
	order = slices.Insert(order, max(0, min(position, len(order))), c)
	for i, s := range order {
		s.Position = i
		b.Put(s)
	}
}

// CheckMerge refuses to merge a code into itself or one under it, to give codings to a
// heading, and to bring two codes of one name under the same parent.
func (b *Codebook) CheckMerge(from, into Code, codings int) error {
	if slices.Contains(b.WithDescendants(from.ID), into.ID) {
		return FieldError("into", "“%s” can't be merged into itself or a code under it.", from.Name)
	}
	if !into.Codable && codings > 0 {
		return FieldError("into", "“%s” is a heading; nothing can be coded with it.", into.Name)
	}
	for _, child := range b.children[from.ID] {
		if b.named(into.ID, child.Name, from.ID) {
			return FieldError("into", "There is a code “%s” under both; rename or merge one of the two first.", child.Name)
		}
	}
	return nil
}

// named says that a code under a parent, other than one, bears a name.
func (b *Codebook) named(parent ID, name string, except ID) bool {
	return slices.ContainsFunc(b.children[parent], func(s Code) bool { return s.ID != except && strings.EqualFold(s.Name, name) })
}

// At gives the code at a path of names from a root, whatever their case.
func (b *Codebook) At(path []string) (c Code, there bool) {
	for _, name := range path {
		at := slices.IndexFunc(b.children[c.ID], func(s Code) bool { return strings.EqualFold(s.Name, name) })
		if at < 0 {
			return Code{}, false
		}
		c, there = b.children[c.ID][at], true
	}
	return c, there
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
	if b.named(c.ParentID, c.Name, c.ID) {
		return FieldError("name", "There is already a code “%s” here.", c.Name)
	}
	return nil
}
