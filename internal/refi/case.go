package refi

import "github.com/selvedge/selvedge/internal/study"

// The types of variables.
const (
	Text     = "Text"
	Boolean  = "Boolean"
	Integer  = "Integer"
	Float    = "Float"
	Date     = "Date"
	DateTime = "DateTime"
)

// Variable is an attribute that cases and sources have values of.
type Variable struct {
	ID          study.ID `xml:"guid,attr"`
	Name        string   `xml:"name,attr"`
	Type        string   `xml:"typeOfVariable,attr"`
	Description string   `xml:"Description,omitempty"`
}

// Case groups sources and selections, and has values.
type Case struct {
	ID          study.ID `xml:"guid,attr"`
	Name        string   `xml:"name,attr,omitempty"`
	Description string   `xml:"Description,omitempty"`
	Codes       []Ref    `xml:"CodeRef"`
	Values      []Value  `xml:"VariableValue"`
	Sources     []Ref    `xml:"SourceRef"`
	Selections  []Ref    `xml:"SelectionRef"`
}

// Value is the value of one variable. At most one of the six is there, each as it is written
// in XML.
type Value struct {
	Variable Ref     `xml:"VariableRef"`
	Text     *string `xml:"TextValue"`
	Boolean  *string `xml:"BooleanValue"`
	Integer  *string `xml:"IntegerValue"`
	Float    *string `xml:"FloatValue"`
	Date     *string `xml:"DateValue"`
	DateTime *string `xml:"DateTimeValue"`
}

// String is the value as it is written; "" where there is none.
func (v Value) String() string {
	for _, p := range []*string{v.Text, v.Boolean, v.Integer, v.Float, v.Date, v.DateTime} {
		if p != nil {
			return *p
		}
	}
	return ""
}
