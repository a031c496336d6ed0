package study

import (
	"database/sql/driver"
	"slices"
)

// ScaleDefinition says how items of a survey are one measure together.
type ScaleDefinition struct {
	ID       string `json:"id" doc:"Eight letters"`
	Name     string `json:"name" doc:"Unique among the survey's questions and scales"`
	Items    Texts  `json:"items" doc:"Names of its questions"`
	Reversed Texts  `json:"reversed" doc:"Those whose scores run the other way, beside what the questions say themselves"`
	How      string `json:"how" enum:"mean,sum"`
	AtLeast  int    `json:"atLeast" doc:"Items that must be answered; 0 is half of them"`
}

// Scales is a list of scales in order; the database keeps it as a JSON array.
type Scales []ScaleDefinition

// MarshalJSON writes an empty list as [], however it is kept.
func (l Scales) MarshalJSON() ([]byte, error) { return listJSON(l) }

// Value writes the list as JSON.
func (l Scales) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *Scales) Scan(v any) error { return scanList((*[]ScaleDefinition)(l), v) }

// Scale finds a scale by name, whatever its case.
func (s Survey) Scale(name string) (ScaleDefinition, bool) {
	i := slices.IndexFunc(s.Scales, func(d ScaleDefinition) bool { return Fold(d.Name) == Fold(name) })
	if i < 0 {
		return ScaleDefinition{}, false
	}
	return s.Scales[i], true
}

func (s Survey) checkScales(names map[string]bool) error {
	if len(s.Scales) > MaxScales {
		return FieldError("scales", "A survey has at most %d scales.", MaxScales)
	}
	for _, d := range s.Scales {
		if err := s.checkScale(d); err != nil {
			return err
		}
		if names[Fold(d.Name)] {
			return FieldError("scales", "“%s” is the name of a question or of another scale already.", d.Name)
		}
		names[Fold(d.Name)] = true
	}
	return nil
}

func (s Survey) checkScale(d ScaleDefinition) error {
	if err := CheckName("scales", d.Name); err != nil {
		return err
	}
	switch {
	case !questionID.MatchString(d.ID):
		return FieldError("scales", "A scale's id is eight letters or figures.")
	case d.How != "mean" && d.How != "sum":
		return FieldError("scales", "A scale is the mean or the sum of its items.")
	case len(d.Items) < 2:
		return FieldError("scales", "A scale is made of two items at least.")
	case d.AtLeast < 0 || d.AtLeast > len(d.Items):
		return FieldError("scales", "At least %d answers of %d items can't be.", d.AtLeast, len(d.Items))
	}
	for i, item := range d.Items {
		q, there := s.Question(item)
		if !there || q.Sort != AskScale && q.Sort != AskNumber {
			return FieldError("scales", "“%s” is no scale item and no number question of the survey.", Shorten(item, 60))
		}
		if slices.Contains(d.Items[:i], item) {
			return FieldError("scales", "“%s” is among the items twice.", item)
		}
	}
	for _, item := range d.Reversed {
		if q, _ := s.Question(item); !slices.Contains(d.Items, item) || q.Sort != AskScale {
			return FieldError("scales", "“%s” is no item of “%s” that could be reversed.", Shorten(item, 60), d.Name)
		}
	}
	return nil
}

// renamed follows a question that is called otherwise.
func (d ScaleDefinition) renamed(was, is string) ScaleDefinition {
	for _, list := range []*Texts{&d.Items, &d.Reversed} {
		*list = slices.Clone(*list)
		for i, name := range *list {
			if name == was {
				(*list)[i] = is
			}
		}
	}
	return d
}
