package search

import "slices"

func (c *compiler) nearby(n near) (*nearQuery, error) {
	q := &nearQuery{apart: n.apart, orders: orders(len(n.parts), n.ordered)}
	every, err := c.nodes(n.parts)
	if err != nil {
		return nil, err
	}
	q.every = both(every)
	for _, part := range n.parts {
		spans, err := spansIn(c, part)
		if err != nil {
			return nil, err
		}
		q.parts = append(q.parts, spans)
	}
	return q, nil
}

// spansIn gives all that a word, a phrase, or several with OR between them stand for.
func spansIn(d dictionary, n node) (out []span, err error) {
	if n, is := n.(anyOf); is {
		for _, part := range n.parts {
			spans, err := spansIn(d, part)
			if err != nil {
				return nil, err
			}
			out = append(out, spans...)
		}
		return out, nil
	}
	rows, err := rowsOf(d, n)
	for _, r := range rows {
		if !r.none {
			out = append(out, newSpan(r.field, r.terms))
		}
	}
	return out, err
}

// rowsOf gives what a word or a phrase stands for, in each field; none when it has no words.
func rowsOf(d dictionary, n node) ([]row, error) {
	switch n := n.(type) {
	case words:
		if n.exact {
			return rowsAsTheyStand(d, n.text), nil
		}
		return inflected(d, n.text)
	case prefix:
		return rowsOfPrefix(d, n)
	case fuzzy:
		return rowsOfFuzzy(d, n)
	case wildcard:
		return inFields(d, func(field string) (row, error) {
			terms, err := d.matching(field, n)
			return rowOf(field, terms), err
		})
	}
	panic("a node that is no span")
}

func inFields(d dictionary, in func(field string) (row, error)) (out []row, err error) {
	for _, field := range d.fields() {
		r, err := in(field)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func rowsAsTheyStand(d dictionary, text string) (out []row) {
	if terms := analyze(exactField, text); len(terms) > 0 {
		for _, field := range d.fields() {
			out = append(out, row{field: field, terms: terms})
		}
	}
	return out
}

// inflected gives what words stand for in all their forms, in each language.
func inflected(d dictionary, text string) (out []row, err error) {
	for _, language := range d.spoken() {
		stems := analyze(wordsField+language, text)
		if len(stems) == 0 {
			continue
		}
		r, err := d.withStems(language, stems)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func rowsOfPrefix(d dictionary, n prefix) ([]row, error) {
	terms := analyze(exactField, n.text)
	if len(terms) == 0 {
		return nil, nil
	}
	last := len(terms) - 1
	return inFields(d, func(field string) (row, error) {
		endings, err := d.beginningWith(field, terms[last][0], n.place)
		return row{field: field, terms: append(slices.Clone(terms[:last]), endings), none: len(endings) == 0}, err
	})
}

// rowsOfFuzzy gives words as they stand and, so that a misspelt word finds all forms of the right one,
// stems as well. What is only like what was asked for is worth less.
func rowsOfFuzzy(d dictionary, n fuzzy) (out []row, err error) {
	terms := analyze(exactField, n.text)
	if len(terms) != 1 {
		return inFields(d, func(field string) (row, error) { return fuzzyRow(d, field, terms, n) })
	}
	for _, field := range d.fields() {
		rows, err := likeTerm(d, field, terms[0][0], n)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	stems, err := likeStems(d, n)
	return append(out, stems...), err
}

func likeStems(d dictionary, n fuzzy) (out []row, err error) {
	for _, language := range d.spoken() {
		stems := analyze(wordsField+language, n.text)
		if len(stems) != 1 {
			continue
		}
		rows, err := d.likeStem(language, stems[0][0], n)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

// likeTerm gives a term, and those of a field that differ from it by a few letters.
func likeTerm(d dictionary, field, term string, n fuzzy) ([]row, error) {
	terms, err := d.like(field, term, n)
	others := slices.DeleteFunc(terms, func(other string) bool { return other == term })
	return likeRows(field, []string{term}, others), err
}

func likeRows(field string, same, others []string) []row {
	out := []row{rowOf(field, same), rowOf(field, others)}
	out[1].less = guessed
	return out
}

// fuzzyRow gives words side by side, each or one like it.
func fuzzyRow(d dictionary, field string, terms [][]string, n fuzzy) (out row, err error) {
	out = row{field: field, terms: make([][]string, len(terms)), none: len(terms) == 0}
	for i := range terms {
		if out.terms[i], err = d.like(field, terms[i][0], n); err != nil {
			return out, err
		}
		out.none = out.none || len(out.terms[i]) == 0
	}
	return out, nil
}
