package refi

import "github.com/selvedge/selvedge/internal/study"

// Link joins two things of any kind.
type Link struct {
	ID        study.ID `xml:"guid,attr"`
	Name      string   `xml:"name,attr,omitempty"`
	Direction string   `xml:"direction,attr,omitempty"` // Associative, OneWay or Bidirectional
	Color     string   `xml:"color,attr,omitempty"`
	Origin    study.ID `xml:"originGUID,attr,omitempty"`
	Target    study.ID `xml:"targetGUID,attr,omitempty"`
	NoteRefs  []Ref    `xml:"NoteRef"`
}

// Graph is a drawing of things and of how they belong together.
type Graph struct {
	ID       study.ID `xml:"guid,attr"`
	Name     string   `xml:"name,attr,omitempty"`
	Vertices []Vertex `xml:"Vertex"`
	Edges    []Edge   `xml:"Edge"`
}

// Vertex is a thing in a graph.
type Vertex struct {
	ID      study.ID `xml:"guid,attr"`
	Of      study.ID `xml:"representedGUID,attr,omitempty"`
	Name    string   `xml:"name,attr,omitempty"`
	FirstX  int      `xml:"firstX,attr"`
	FirstY  int      `xml:"firstY,attr"`
	SecondX *int     `xml:"secondX,attr"`
	SecondY *int     `xml:"secondY,attr"`
	Shape   string   `xml:"shape,attr,omitempty"`
	Color   string   `xml:"color,attr,omitempty"`
}

// Edge joins two vertices of a graph.
type Edge struct {
	ID        study.ID `xml:"guid,attr"`
	Of        study.ID `xml:"representedGUID,attr,omitempty"`
	Name      string   `xml:"name,attr,omitempty"`
	From      study.ID `xml:"sourceVertex,attr"`
	To        study.ID `xml:"targetVertex,attr"`
	Color     string   `xml:"color,attr,omitempty"`
	Direction string   `xml:"direction,attr,omitempty"`
	LineStyle string   `xml:"lineStyle,attr,omitempty"`
}
