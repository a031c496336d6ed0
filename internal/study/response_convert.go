package study

// QuestionEdit is a question before and after, and which of its values are called otherwise.
type QuestionEdit struct {
	Before, After Question
	Renames       []OptionRename
}

// ConvertResponses reads answers to some questions as those the questions become. When some
// don't fit, none is converted, and the error says which.
func ConvertResponses(list []Response, changed []QuestionEdit) (out []ResponseEdit, err error) {
	var refused []Refusal
	name := ""
	for _, r := range list {
		after := r
		for _, c := range changed {
			value, err := c.value(r)
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

// value is an answer as one to the question afterwards.
func (c QuestionEdit) value(r Response) (string, error) {
	if len(c.Renames) == 0 {
		return c.Before.Variable().Converted(r.Value(c.Before), c.After.Variable())
	}
	return c.After.Variable().Parse(renamedValue(r.Value(c.Before), c.Renames))
}
