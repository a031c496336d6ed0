package study

// QuestionEdit is a question before and after.
type QuestionEdit struct{ Before, After Question }

// ConvertResponses reads answers to some questions as those the questions become. When some
// don't fit, none is converted, and the error says which.
func ConvertResponses(list []Response, changed []QuestionEdit) (out []ResponseEdit, err error) {
	var refused []Refusal
	name := ""
	for _, r := range list {
		after := r
		for _, c := range changed {
			value, err := c.Before.Variable().Converted(r.Value(c.Before), c.After.Variable())
			if err != nil {
				refused, name = append(refused, Refusal{r.Called(), r.Value(c.Before)}), c.Before.Name
				continue
			}
			if value != r.Value(c.Before) {
				after.Values = after.Values.With(c.After.ID, value)
			}
		}
		if !SameValues(after.Values, r.Values) {
			after.Version++
			out = append(out, ResponseEdit{r, after})
		}
	}
	if len(refused) > 0 {
		return nil, Refused("questions", name, refused)
	}
	return out, nil
}
