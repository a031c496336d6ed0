package study

// given fills in what somebody left open about a question: its name, and where neither options
// nor missing values are said, those that its columns have for its kind.
func (a *asking) given(q Question) Question {
	at := a.named(q.Columns[0])
	if at < 0 {
		return q
	}
	guess := Question{Columns: q.Columns, Sort: q.Sort}
	name, label := q.Name, q.Label
	switch {
	case q.Options != nil || q.Missing != nil:
		guess = q
	case q.Spread():
		a.parts(&guess)
	default:
		a.alone(&guess, at)
	}
	if name == "" {
		name, label = a.called(a.stem(q))
		a.taken[Fold(name)] = true
	}
	q.Name, q.Label, q.Options, q.Missing, q.Comma, q.MonthFirst = name, label, guess.Options, guess.Missing, guess.Comma, guess.MonthFirst
	return q
}

// parts makes an option of each column of a multiple question, and one for who chose none where
// the columns stand side by side.
func (a *asking) parts(q *Question) {
	used := map[string]bool{}
	for _, c := range q.Columns {
		at := a.named(c)
		if at < 0 {
			q.Options = append(q.Options, Option{Value: Free(plainName(c), used)})
			continue
		}
		o := a.option(at, used)
		if o.Value == "" {
			o.Value = Free(plainName(c), used)
		}
		q.Options = append(q.Options, o)
	}
	first := a.named(q.Columns[0])
	for i, c := range q.Columns {
		if a.named(c) != first+i {
			return
		}
	}
	if a.noneTicked(first, len(q.Columns)) {
		q.Options = append(q.Options, Option{Value: Free(noneOf, used)})
	}
}

// alone guesses what a question of one column has for the kind that was chosen for it.
func (a *asking) alone(q *Question, at int) {
	chosen, c := q.Sort, a.cells[at]
	a.sort(q, at)
	guessed := q.Sort
	q.Sort = chosen
	switch {
	case guessed == chosen:
	case chosen == AskSingle || chosen == AskScale:
		if guessed != AskSingle && guessed != AskScale {
			q.Missing = append(a.silence(at), c.missing...)
			a.chosen(q, c)
		}
		q.Sort = chosen
	case chosen == AskMultiple:
		q.Options = c.commas()
	case chosen == AskNumber || chosen == AskDate:
		q.Options = nil
	default:
		q.Options, q.Missing = nil, nil
	}
}

// stem is what the columns of a question are called together.
func (a *asking) stem(q Question) string {
	at := a.named(q.Columns[0])
	if len(q.Columns) > 1 && a.heads[at].stem != "" {
		return a.heads[at].stem
	}
	return a.words(at)
}
