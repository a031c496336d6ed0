package refi

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

const anID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"

func project(inside string) []byte {
	return []byte(`<?xml version="1.0"?><Project name="P" xmlns="urn:QDA-XML:project:1.0">` + inside + `</Project>`)
}

func TestGUIDsAreReadInAnyForm(t *testing.T) {
	for said, want := range map[string]study.ID{
		"3F2504E0-4F89-41D3-9A0C-0305E82C3301": anID, "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}": anID, " 3f2504e0-4f89-41d3-9a0c-0305e82c3301 ": anID, "code-1": Derived("code-1"),
	} {
		f := mustRead(t, project(`<Users><User guid="`+said+`"/></Users>`))
		if got := f.Users[0].ID; got != want {
			t.Errorf("%q is %s and not %s", said, got, want)
		}
		if _, err := study.ParseID(string(f.Users[0].ID)); err != nil {
			t.Errorf("%q has become %q", said, f.Users[0].ID)
		}
	}
}

func TestAttributesAreReadAsOtherProgramsWriteThem(t *testing.T) {
	for said, want := range map[string]string{"#FA0": "#FFAA00", "#ffaa00": "#ffaa00", "255,170,0": "#ffaa00", "rgba(255, 170, 0, 0.5)": "#ffaa00", "#ffaa0080": "#ffaa00", "300,0,0": "", "orange": "", "": ""} {
		f := mustRead(t, project(`<CodeBook><Codes><Code guid="`+anID+`" name="c" color="`+said+`"/></Codes></CodeBook>`))
		if got := f.Codes[0]; got.Color != want || !got.Codable {
			t.Errorf("the colour %q is %q", said, got.Color)
		}
	}
	for said, want := range map[string]string{"2018-03-27T18:01:07Z": "2018-03-27T18:01:07Z", "2018-03-27T20:01:07.5+02:00": "2018-03-27T18:01:07.5Z", "2018-03-27T18:01:07": "2018-03-27T18:01:07Z", "2018-03-27": "2018-03-27T00:00:00Z", "soon": ""} {
		f, got := mustRead(t, project(`<Notes><Note guid="`+anID+`" creationDateTime="`+said+`"/></Notes>`)), ""
		if at := f.Notes[0].CreatedAt; at != nil {
			got = at.Format(time.RFC3339Nano)
		}
		if got != want {
			t.Errorf("the time %q is %q", said, got)
		}
	}
	for said, want := range map[string]int{"12": 12, " 12 ": 12, "11.6": 12, "-3": -3} {
		f := mustRead(t, project(`<Sources><PictureSource guid="`+anID+`"><PictureSelection guid="`+anID+`" firstX="`+said+`" firstY="1" secondX="2" secondY="3"/></PictureSource></Sources>`))
		if got := *f.Sources.List[0].PictureSelections[0].FirstX; got != want {
			t.Errorf("the corner %q is %d", said, got)
		}
	}
}

func TestWhatTheStandardDoesNotKnowIsLeftOutAndTold(t *testing.T) {
	f := mustRead(t, project(`<Users><User guid="`+anID+`" shoe="42"/><Robot/></Users><Magic><Users><User guid="x"/></Users></Magic>stray<Description>a</Description><Description>b</Description>`))
	if len(f.Users) != 1 || f.Description != "a" {
		t.Errorf("there are %v, %q", f.Users, f.Description)
	}
	for _, says := range []string{"attribute “shoe”", "Robot is not known", "Magic is not known", "There is text within Project", "Description stands twice"} {
		if !strings.Contains(fmt.Sprint(f.Findings), says) {
			t.Errorf("nothing says that %q: %v", says, f.Findings)
		}
	}
}

func TestCharactersThatXMLDoesNotAllowBecomeBlanks(t *testing.T) {
	f := mustRead(t, project("<Description>a\x0bb</Description>"))
	if f.Description != "a b" || len(f.Findings) != 1 {
		t.Errorf("it says %q, with %v", f.Description, f.Findings)
	}
}

func TestValuesThatAreNotOfTheirTypeAreReadAsText(t *testing.T) {
	f := mustRead(t, project(`<Cases><Case guid="`+anID+`">`+
		`<VariableValue><VariableRef targetGUID="`+anID+`"/><IntegerValue>many</IntegerValue></VariableValue>`+
		`<VariableValue><VariableRef targetGUID="`+anID+`"/><FloatValue>1.50</FloatValue></VariableValue>`+
		`<VariableValue><VariableRef targetGUID="`+anID+`"/></VariableValue></Case></Cases>`))
	values := f.Cases[0].Values
	if values[0].Text == nil || values[0].String() != "many" || values[0].Integer != nil || values[1].Text != nil || values[1].String() != "1.50" || values[2].String() != "" {
		t.Errorf("there are %v", values)
	}
}

// TestTheShapesAreThoseOfTheSchemas reads the schemas themselves.
func TestTheShapesAreThoseOfTheSchemas(t *testing.T) {
	for file, shapes := range map[string]map[string]*shape{"Project.xsd": projectShapes, "Codebook.xsd": codebookShapes} {
		said := schema(t, "refitest/"+file)
		for name := range said {
			if shapes[name] == nil {
				t.Errorf("%s has %s", file, name)
			}
		}
		for name, s := range shapes {
			if got := s.String(); !s.text && got != said[name] {
				t.Errorf("%s: %s is\n%s and not\n%s", file, name, got, said[name])
			}
		}
	}
}

// String writes a shape as schema does.
func (s *shape) String() string {
	out := fmt.Sprintf("any order %v;", s.anyOrder)
	for _, c := range s.children {
		out += fmt.Sprintf(" %s %d-%d", c.name, c.least, c.most)
	}
	required := map[bool][]string{}
	for _, a := range s.attributes {
		required[a.required] = append(required[a.required], a.name)
	}
	return out + "; " + sorted(strings.Join(required[true], ", ")) + "; " + sorted(strings.Join(required[false], ", "))
}

// schema reads what a schema says of each element whose type has a name.
func schema(t *testing.T, file string) map[string]string {
	t.Helper()
	type element struct {
		Name string `xml:"name,attr"`
		Type string `xml:"type,attr"`
		Min  string `xml:"minOccurs,attr"`
		Max  string `xml:"maxOccurs,attr"`
	}
	type choice struct {
		Elements []element `xml:"element"`
	}
	var said struct {
		Elements []element `xml:"element"`
		Types    []struct {
			Name     string `xml:"name,attr"`
			Sequence struct {
				Any []struct {
					XMLName xml.Name
					element
					choice
				} `xml:",any"`
			} `xml:"sequence"`
			Choice     *choice `xml:"choice"`
			Attributes []struct {
				Name string `xml:"name,attr"`
				Use  string `xml:"use,attr"`
			} `xml:"attribute"`
		} `xml:"complexType"`
	}
	data, err := os.ReadFile(file)
	if err == nil {
		err = xml.Unmarshal(data, &said)
	}
	if err != nil {
		t.Fatal(err)
	}
	shapes, typed := map[string]*shape{}, said.Elements
	for _, kind := range said.Types {
		s := &shape{}
		add := func(e element, anyOrder bool) {
			typed = append(typed, e)
			c := child{name: e.Name, most: 1, least: 1}
			if e.Min == "0" || anyOrder {
				c.least = 0
			}
			if e.Max == "unbounded" || anyOrder {
				c.most = 0
			}
			s.children = append(s.children, c)
		}
		for _, e := range kind.Sequence.Any {
			if e.XMLName.Local == "element" {
				add(e.element, false)
			}
			for _, one := range e.Elements {
				add(one, false)
			}
		}
		if kind.Choice != nil {
			s.anyOrder = true
			for _, e := range kind.Choice.Elements {
				add(e, true)
			}
		}
		for _, a := range kind.Attributes {
			s.attributes = append(s.attributes, attribute{a.Name, a.Use == "required"})
		}
		shapes[kind.Name] = s
	}
	out := map[string]string{}
	for _, e := range typed {
		if s := shapes[e.Type]; s != nil {
			out[e.Name] = s.String()
		}
	}
	return out
}

// sound says whether a file was read, or refused with a sentence.
func sound(t *testing.T, data []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	f, err := Read(ctx, bytes.NewReader(data), int64(len(data)))
	if err == nil {
		checkPlaces(t, f)
		return
	}
	if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge {
		t.Errorf("%s: %v", kind, err)
	}
}

// checkPlaces sees that every position lies within its text.
func checkPlaces(t *testing.T, f *File) {
	t.Helper()
	f.texts(func(x *text) {
		for _, s := range x.selections {
			r, said := s.Range()
			if said && x.words.Known && (r.Start < 0 || r.Start > r.End || r.End > study.TextLen(x.words.Text)) {
				t.Errorf("%v lies outside a text of %d", r, study.TextLen(x.words.Text))
			}
		}
	})
}

const everything = `<Users><User guid="u"/></Users><CodeBook><Codes><Code guid="c" name="C" isCodable="1" color="#0a0"><Description/><Code guid="d" name="D" isCodable="false"/></Code></Codes></CodeBook>
<Variables><Variable guid="v" name="V" typeOfVariable="Integer"/></Variables><Cases><Case guid="k"><CodeRef targetGUID="c"/><VariableValue><VariableRef targetGUID="v"/><IntegerValue>7</IntegerValue></VariableValue></Case></Cases>
<Sources><TextSource guid="s" name="S"><PlainTextContent>a 😀 b&#13;
c</PlainTextContent><PlainTextSelection guid="p" name="b" startPosition="5" endPosition="6"><Coding guid="q"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource>
<PDFSource guid="f" path="internal://f.pdf"><PDFSelection guid="g" page="0" firstX="1" firstY="2" secondX="3" secondY="4"><Representation guid="h"><PlainTextContent>x</PlainTextContent></Representation></PDFSelection></PDFSource>
<VideoSource guid="w"><Transcript guid="t" plainTextPath="internal://t.txt"><SyncPoint guid="y" timeStamp="10" position="1"/><TranscriptSelection guid="z" fromSyncPoint="y" toSyncPoint="y"/></Transcript><VideoSelection guid="a" begin="1" end="2"/></VideoSource></Sources>
<Notes><Note guid="n"/></Notes><Links><Link guid="l" direction="OneWay" originGUID="s" targetGUID="n"/></Links><Sets><Set guid="e" name="E"><MemberCode targetGUID="c"/></Set></Sets><Graphs><Graph guid="r"><Vertex guid="x1" firstX="0" firstY="0"/></Graph></Graphs>`

func FuzzRead(f *testing.F) {
	f.Add(project(everything))
	f.Add([]byte(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="c" name="C" isCodable="1"/></Codes><Sets><Set guid="e" name="E"><MemberCode guid="c"/></Set></Sets></CodeBook>`))
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, data) })
}

// TestNoFileBringsTheReaderDown reads files in which pieces are missing, doubled or exchanged.
func TestNoFileBringsTheReaderDown(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	inside := project(everything)
	for range 3000 {
		data := bytes.Clone(inside)
		for range 1 + random.IntN(4) {
			from, to := random.IntN(len(data)), random.IntN(len(data))
			piece := data[min(from, to):min(max(from, to), min(from, to)+40)]
			switch random.IntN(3) {
			case 0:
				data = append(data[:from:from], data[from+min(len(piece), len(data)-from):]...)
			case 1:
				data = append(append(data[:to:to], piece...), data[to:]...)
			default:
				data[from] = byte(random.IntN(256))
			}
		}
		sound(t, data)
		sound(t, archived(t, member{name: "project.qde", text: string(data)}, member{name: "sources/t.txt", text: "\ufeffone\r\ntwo"}))
	}
}
