package study

// ResponseEdit is a response before and after.
type ResponseEdit struct{ Before, After Response }

// ResponseDiff is what a newer table changes.
type ResponseDiff struct {
	Made    []Response
	Changed []ResponseEdit
	Same    int
	Absent  int // respondents that the table has no row of; they stay
}

// DiffResponses says what a newer table brings, by key. Answers to questions that the table
// has no columns of stay.
func DiffResponses(was, is []Response, asked func(question string) bool) (d ResponseDiff) {
	there, last := make(map[string]Response, len(was)), -1
	for _, r := range was {
		there[Fold(r.KeyText)] = r
		last = max(last, r.Position)
	}
	for _, r := range is {
		before, old := there[Fold(r.KeyText)]
		after := before.updated(r, asked)
		switch {
		case !old:
			last++
			r.Position = last
			d.Made = append(d.Made, r)
		case after.Name == before.Name && SameValues(after.Values, before.Values):
			d.Same++
		default:
			after.Version++
			d.Changed = append(d.Changed, ResponseEdit{before, after})
		}
	}
	d.Absent = len(was) - d.Same - len(d.Changed)
	return d
}

// updated gives the response with what a newer table says of it.
func (r Response) updated(is Response, asked func(question string) bool) Response {
	values := make(Values, len(is.Values))
	for id, value := range r.Values {
		if !asked(id) {
			values[id] = value
		}
	}
	for id, value := range is.Values {
		values[id] = value
	}
	if r.Values = values; is.Name != "" {
		r.Name = is.Name
	}
	return r
}
