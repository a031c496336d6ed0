package refi

import (
	"slices"
	"strings"
)

// shape is what the standard says of an element: its attributes, and its children in order.
type shape struct {
	attributes []attribute
	children   []child
	anyOrder   bool
	text       bool // holds words
}

type attribute struct {
	name     string
	required bool
}

type child struct {
	name  string
	most  int // 1, or 0 for any number
	least int
}

func (s *shape) attribute(name string) (attribute, bool) {
	i := slices.IndexFunc(s.attributes, func(a attribute) bool { return a.name == name })
	if i < 0 {
		return attribute{}, false
	}
	return s.attributes[i], true
}

func (s *shape) child(name string) int {
	return slices.IndexFunc(s.children, func(c child) bool { return c.name == name })
}

const (
	stamp    = " creatingUser creationDateTime modifyingUser modifiedDateTime"
	textual  = "guid! name richTextPath plainTextPath" + stamp
	filed    = "guid! name path currentPath" + stamp
	ofText   = " | Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*"
	ofCoded  = " | Description? Coding* NoteRef*"
	corners  = "firstX! firstY! secondX! secondY! name" + stamp
	choice   = " TextValue? BooleanValue? IntegerValue? FloatValue? DateValue? DateTimeValue?"
	referred = "targetGUID!"
)

// projectShapes are the elements of Project.xsd, each once, since none means different things
// in different places. “!” marks what must be there, “?” what may be there once, “*” any
// number, “+” at least one, and “&” any number in any order.
var projectShapes = shapes(map[string]string{
	"Project":             "name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath | Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
	"Users":               "| User+",
	"User":                "guid! name id",
	"CodeBook":            "| Codes",
	"Codes":               "| Code+",
	"Code":                "guid! name! isCodable! color | Description? NoteRef* Code*",
	"Variables":           "| Variable+",
	"Variable":            "guid! name! typeOfVariable! | Description?",
	"Cases":               "| Case+",
	"Case":                "guid! name | Description? CodeRef* VariableValue* SourceRef* SelectionRef*",
	"VariableValue":       "| VariableRef" + choice,
	"Sources":             "| TextSource& PictureSource& PDFSource& AudioSource& VideoSource&",
	"TextSource":          textual + ofText,
	"Note":                textual + ofText,
	"Representation":      textual + ofText,
	"TextDescription":     textual + ofText,
	"PlainTextSelection":  "guid! startPosition! endPosition! name" + stamp + ofCoded,
	"PictureSource":       filed + " | Description? TextDescription? PictureSelection* Coding* NoteRef* VariableValue*",
	"PictureSelection":    "guid! " + corners + ofCoded,
	"PDFSource":           filed + " | Description? PDFSelection* Representation? Coding* NoteRef* VariableValue*",
	"PDFSelection":        "guid! page! " + corners + " | Description? Representation? Coding* NoteRef*",
	"AudioSource":         filed + " | Description? Transcript* AudioSelection* Coding* NoteRef* VariableValue*",
	"VideoSource":         filed + " | Description? Transcript* VideoSelection* Coding* NoteRef* VariableValue*",
	"AudioSelection":      "guid! begin! end! name" + stamp + ofCoded,
	"VideoSelection":      "guid! begin! end! name" + stamp + ofCoded,
	"Transcript":          textual + " | Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*",
	"TranscriptSelection": "guid! name fromSyncPoint toSyncPoint" + stamp + ofCoded,
	"SyncPoint":           "guid! timeStamp position",
	"Coding":              "guid! creatingUser creationDateTime | CodeRef NoteRef*",
	"Notes":               "| Note+",
	"Links":               "| Link+",
	"Link":                "guid! name direction color originGUID targetGUID | NoteRef*",
	"Sets":                "| Set+",
	"Set":                 "guid! name! | Description? MemberCode* MemberSource* MemberNote*",
	"Graphs":              "| Graph+",
	"Graph":               "guid! name | Vertex* Edge*",
	"Vertex":              "guid! firstX! firstY! representedGUID name secondX secondY shape color",
	"Edge":                "guid! sourceVertex! targetVertex! representedGUID name color direction lineStyle",
	"NoteRef":             referred,
	"CodeRef":             referred,
	"SourceRef":           referred,
	"SelectionRef":        referred,
	"VariableRef":         referred,
	"MemberCode":          referred,
	"MemberSource":        referred,
	"MemberNote":          referred,
})

// codebookShapes are the elements of Codebook.xsd. Its members of sets bear a guid where those
// of a project bear a targetGUID.
var codebookShapes = shapes(map[string]string{
	"CodeBook":   "origin | Codes Sets?",
	"Codes":      "| Code+",
	"Code":       "guid! name! isCodable! color | Description? Code*",
	"Sets":       "| Set+",
	"Set":        "guid! name! | Description? MemberCode*",
	"MemberCode": "guid!",
})

// texts are the elements that hold words only.
var texts = []string{"Description", "PlainTextContent", "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue"}

func shapes(said map[string]string) map[string]*shape {
	out := map[string]*shape{}
	for name, text := range said {
		out[name] = shapeOf(text)
	}
	for _, name := range texts {
		out[name] = &shape{text: true}
	}
	return out
}

func shapeOf(text string) *shape {
	attributes, children, _ := strings.Cut(text, "|")
	s := &shape{}
	for _, a := range strings.Fields(attributes) {
		name, required := strings.CutSuffix(a, "!")
		s.attributes = append(s.attributes, attribute{name, required})
	}
	for _, c := range strings.Fields(children) {
		name := strings.TrimRight(c, "?*+&")
		one := map[string]child{"": {name, 1, 1}, "?": {name, 1, 0}, "*": {name, 0, 0}, "+": {name, 0, 1}, "&": {name, 0, 0}}
		s.children = append(s.children, one[c[len(name):]])
		s.anyOrder = s.anyOrder || strings.HasSuffix(c, "&")
	}
	return s
}
