package study

// MostNamed is how many things of a kind are given that words find by what they are called or what
// is said of them.
const MostNamed = 20

// NamedKinds are the things that are looked for by their names and descriptions, in the order in
// which they are told of.
var NamedKinds = []string{"code", "memo", "source", "speaker", "case"}

// NamedThing is a thing with the texts that say what it is.
type NamedThing struct {
	ID    ID
	Texts []NamedText
	In    []ID // of a speaker: the sources
}

// NamedText is a text of a thing: its name, which comes first, or another part.
type NamedText struct{ Part, Text string }

// nameWith gives the texts of a thing; its name is one even where it is empty.
func nameWith(name string, others ...NamedText) []NamedText {
	out := []NamedText{{"name", name}}
	for _, one := range others {
		if one.Text != "" {
			out = append(out, one)
		}
	}
	return out
}

// Named gives what a code is called and how it is described.
func (c Code) Named() NamedThing {
	return NamedThing{ID: c.ID, Texts: nameWith(c.Name, NamedText{"definition", c.Definition}, NamedText{"include", c.Include}, NamedText{"exclude", c.Exclude}, NamedText{"example", c.Example})}
}

// Named gives a memo's title and its text without formatting.
func (m Memo) Named() NamedThing {
	return NamedThing{ID: m.ID, Texts: nameWith(m.Title, NamedText{"text", PlainText(ReadMarkdown(m.Body))})}
}

// Named gives a source's title.
func (s Source) Named() NamedThing { return NamedThing{ID: s.ID, Texts: nameWith(s.Title)} }

// Named gives a case's name.
func (c Case) Named() NamedThing { return NamedThing{ID: c.ID, Texts: nameWith(c.Name)} }

// NamedSpeakers gives the speakers of some sources; those of one name are one, as they are to a
// search.
func NamedSpeakers(list []Speaker) (out []NamedThing) {
	at := map[string]int{}
	for _, s := range list {
		name := Fold(s.Name)
		i, there := at[name]
		if !there {
			i, at[name] = len(out), len(out)
			out = append(out, NamedThing{ID: s.ID, Texts: nameWith(s.Name)})
		}
		out[i].In = append(out[i].In, s.SourceID)
	}
	return out
}

// NamedHit is a thing that the words of a query find.
type NamedHit struct {
	ID    ID       `json:"id"`
	Name  string   `json:"name" doc:"Or title; empty for a memo without one"`
	Marks [][2]int `json:"marks" doc:"What was found of the name, [start, end) in code points"`
	Part  string   `json:"part,omitempty" enum:"definition,include,exclude,example,text" doc:"What else has words that were found: the first such part"`
	Text  string   `json:"text,omitempty" doc:"What stands there around the first of them"`
	Found [][2]int `json:"found,omitempty" doc:"What was found of the text"`
	In    []ID     `json:"sources,omitempty" doc:"Of a speaker: where somebody of the name speaks"`
}

// NamedHits are the things of a kind that were found: those found by their names before others.
type NamedHits struct {
	Kind  string     `json:"kind" enum:"code,memo,source,speaker,case"`
	Total int        `json:"total" doc:"Of which at most 20 are given"`
	Items []NamedHit `json:"items"`
}

// besideNamed is how much of a text is shown at each side of the first words that were found, in
// code points.
const besideNamed = 60

// Hit tells of a thing where words were found: marks are bytes of each of its texts.
func (n NamedThing) Hit(marks [][][2]int) NamedHit {
	name := NewPositions(n.Texts[0].Text)
	out := NamedHit{ID: n.ID, Name: n.Texts[0].Text, Marks: [][2]int{}, In: n.In}
	for _, m := range marks[0] {
		out.Marks = append(out.Marks, name.points(m))
	}
	for i, one := range n.Texts[1:] {
		if found := marks[i+1]; len(found) > 0 {
			out.Part = one.Part
			out.Text, out.Found = NewPositions(one.Text).excerpt(found)
			break
		}
	}
	return out
}

func (p *Positions) points(bytes [2]int) [2]int { return [2]int{p.Point(bytes[0]), p.Point(bytes[1])} }

// excerpt gives the text around the first of some marks, and those marks that lie in it.
func (p *Positions) excerpt(marks [][2]int) (text string, within [][2]int) {
	first := p.points(marks[0])
	before, after := p.Around(Range{first[0], first[1]}, besideNamed)
	moved, end := TextLen(before)-first[0], first[1]+TextLen(after)
	if first[1]+besideNamed < p.n {
		end-- // the ellipsis
	}
	for _, m := range marks {
		if at := p.points(m); at[1] <= end {
			within = append(within, [2]int{at[0] + moved, at[1] + moved})
		}
	}
	return before + p.Slice(Range{first[0], first[1]}) + after, within
}
