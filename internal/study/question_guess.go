package study

import "slices"

// CodeLabel is a line of a code list: what a variable, or one of its values, means.
type CodeLabel struct {
	Variable, Value, Label string
	Missing                bool // the value counts as missing
}

// asking guesses the questions of a table.
type asking struct {
	Table
	heads  []head // by column
	cells  []column
	labels map[string]string               // of variables
	values map[string]map[string]CodeLabel // of values, by variable
	taken  map[string]bool
	ids    map[string]bool
}

// GuessQuestions says what the columns of a table most likely ask. Columns that given
// questions have already are left to them; those come first in the order of their first column.
func GuessQuestions(t Table, labels []CodeLabel, given Questions) (Questions, []ColumnFound) {
	a := newAsking(t, labels)
	list, of := a.rest(a.take(given))
	slices.SortStableFunc(list, func(x, y Question) int { return slices.Index(of, x.ID) - slices.Index(of, y.ID) })
	a.items(list)
	kinds := map[string]string{}
	for _, q := range list {
		kinds[q.ID] = q.Sort
	}
	found := make([]ColumnFound, len(of))
	Each(len(of), func(at int) {
		found[at] = a.found(at, of[at])
		found[at].Guess = kinds[of[at]]
	})
	return list, found
}

// take gives the questions that are known, with ids and with what they leave open.
func (a *asking) take(given Questions) Questions {
	list := slices.Clone(given)
	for _, q := range list {
		a.taken[Fold(q.Name)], a.ids[q.ID] = true, true
	}
	for i := range list {
		if list[i].ID == "" {
			list[i].ID = a.newID()
		}
		if len(list[i].Columns) > 0 {
			list[i] = a.given(list[i])
		}
	}
	return list
}

// rest adds questions for the columns that no question has, and says which question each
// column belongs to, by its id.
func (a *asking) rest(list Questions) (Questions, []string) {
	known, of := map[string]string{}, make([]string, len(a.Columns))
	for _, q := range list {
		for _, c := range q.Columns {
			known[Fold(c)] = q.ID
		}
	}
	for at := 0; at < len(of); {
		if of[at] = known[Fold(a.Columns[at])]; of[at] != "" {
			at++
			continue
		}
		q, n := a.question(at, func(c int) bool { return known[Fold(a.Columns[c])] == "" })
		for list = append(list, q); n > 0; n-- {
			of[at] = q.ID
			at++
		}
	}
	return list, of
}

func newAsking(t Table, labels []CodeLabel) *asking {
	a := &asking{Table: t, heads: make([]head, len(t.Columns)), cells: make([]column, len(t.Columns)), labels: map[string]string{}, values: map[string]map[string]CodeLabel{}, taken: map[string]bool{}, ids: map[string]bool{}}
	for _, l := range labels {
		v := Fold(l.Variable)
		if l.Value == "" {
			a.labels[v] = l.Label
			continue
		}
		if a.values[v] == nil {
			a.values[v] = map[string]CodeLabel{}
		}
		a.values[v][Fold(l.Value)] = l
	}
	Each(len(t.Columns), func(at int) { a.cells[at] = gather(t.column(at)) })
	a.name()
	return a
}

func (a *asking) newID() string {
	for {
		if id := SlotOf(NewID()); !a.ids[id] {
			a.ids[id] = true
			return id
		}
	}
}

// question guesses what begins with a column, and how many columns it takes.
func (a *asking) question(at int, free func(int) bool) (Question, int) {
	n := 1
	for a.ticked(at) && at+n < len(a.Columns) && free(at+n) && a.ticked(at+n) && a.heads[at].stem != "" && a.heads[at+n].stem == a.heads[at].stem {
		n++
	}
	q := Question{ID: a.newID(), Columns: Texts(slices.Clone(a.Columns[at : at+n]))}
	if n > 1 {
		a.spread(&q, at, n)
		return q, n
	}
	a.single(&q, at)
	return q, 1
}
