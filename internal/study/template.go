package study

// TemplateCode is a code of a template with what stands under it.
type TemplateCode struct {
	Name, Definition, Include, Exclude, Example, NearMiss string
	Color                                                 Color
	Heading                                               bool // groups codes and is not itself codable
	Children                                              []TemplateCode
}

// Template is what a new project may begin with.
type Template struct {
	Strands   []Strand
	Codes     []TemplateCode
	Variables []Variable
}

// TemplateNamed gives a template: "blank", or "lancashire" with the strands,
// the codebook and the variables of a study of small firms. Unknown names are refused.
func TemplateNamed(name string) (Template, error) {
	switch name {
	case "", "blank":
		return Template{}, nil
	case "lancashire":
		return lancashire, nil
	}
	return Template{}, FieldError("template", "There is no template “%s”: use lancashire or blank.", name)
}

// Records gives the template's codes as records with new ids, parents first.
func (t Template) Records(by ID) []Code {
	var out []Code
	var add func(parent ID, list []TemplateCode)
	add = func(parent ID, list []TemplateCode) {
		for i, c := range list {
			code := Code{ID: NewID(), ParentID: parent, Position: i, Name: c.Name, Color: c.Color, Definition: c.Definition,
				Include: c.Include, Exclude: c.Exclude, Example: c.Example, NearMiss: c.NearMiss, Codable: !c.Heading, CreatedBy: by, CreatedAt: Now(), Version: 1}
			out = append(out, code)
			add(code.ID, c.Children)
		}
	}
	add("", t.Codes)
	return out
}
