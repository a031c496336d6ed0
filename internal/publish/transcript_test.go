package publish

import (
	"bytes"
	"encoding/xml"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// hearing is a transcript with emoji before what is coded, codings that overlap, one over two
// turns, and one turn from right to left.
func hearing() Transcript {
	said := []string{"Were you stuck? 👩‍👩‍👧‍👦", "For years. Then the bank asked.", rtl}
	t := Transcript{Report: Report{Project: "Kilnholme study", Made: made, Filters: []string{"Source: M07 Seals"}, Codebook: sample().Codebook}, Title: "M07 Seals", Words: 12}
	at, from := 0, 61_000
	for i, text := range said {
		end := at + len([]rune(text))
		t.Turns = append(t.Turns, Turn{Range: study.Range{Start: at, End: end}, Speaker: []string{"Interviewer", "Owner", ""}[i], Moderator: i == 0, Text: text})
		at = end + 1
	}
	t.Turns[1].FromMs = &from
	coding := func(start, end int, code study.ID, coder, memo string) study.Excerpt {
		return study.Excerpt{Range: study.Range{Start: start, End: end}, Code: code, Path: t.Codebook.Path(code), CoderName: coder, At: made.Add(-time.Hour), Memo: memo}
	}
	second := t.Turns[1].Start
	t.Excerpts = []study.Excerpt{
		coding(9, second+10, "delegate", "Rukhsana Nawaz", ""),
		coding(second, second+10, "barriers", "Tom", "Compare with M11."),
		coding(second+11, second+31, "barriers", "Tom", ""),
		coding(t.Turns[2].Start, t.Turns[2].End, "human", "Tom", ""),
	}
	return t
}

func transcriptDOCX(t *testing.T, of Transcript) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := TranscriptDOCX(&out, of); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// commented reads back the words that each comment is on.
func commented(t *testing.T, packed []byte) map[string]string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(unzipped(t, packed, "word/document.xml")))
	open, words := map[string]bool{}, map[string]string{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return words
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "commentRangeStart":
				open[e.Attr[0].Value] = true
			case "commentRangeEnd":
				delete(open, e.Attr[0].Value)
			}
		case xml.CharData:
			for id := range open {
				words[id] += string(e)
			}
		}
	}
}

type comment struct {
	ID     string   `xml:"id,attr"`
	Author string   `xml:"author,attr"`
	Short  string   `xml:"initials,attr"`
	Date   string   `xml:"date,attr"`
	Lines  []string `xml:"p>r>t"`
}

func TestACodedTranscriptHasACommentOnTheWordsOfEveryCoding(t *testing.T) {
	packed := transcriptDOCX(t, hearing())
	want := map[string]string{"0": "stuck? 👩‍👩‍👧‍👦\n2\tOwner (0:01:01): For years.", "1": "For years.", "2": "Then the bank asked.", "3": rtl}
	got := commented(t, packed)
	for id := range got {
		got[id] = strings.ReplaceAll(got[id], "2Owner", "2\tOwner") // a tab is an element
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	var comments struct {
		List []comment `xml:"comment"`
	}
	if err := xml.Unmarshal([]byte(unzipped(t, packed, "word/comments.xml")), &comments); err != nil {
		t.Fatal(err)
	}
	first := comment{"0", "Rukhsana Nawaz", "RN", "2026-11-23T15:21:00Z", []string{"Capitals › Human capital › Reluctance to delegate"}}
	second := comment{"1", "Tom", "TO", "2026-11-23T15:21:00Z", []string{"Barriers", "Memo: Compare with M11."}}
	if len(comments.List) != 4 || !reflect.DeepEqual(comments.List[0], first) || !reflect.DeepEqual(comments.List[1], second) {
		t.Errorf("%q", comments.List)
	}
}

func TestACodedTranscriptNumbersItsTurnsAndListsItsCodes(t *testing.T) {
	got := paragraphsIn(t, transcriptDOCX(t, hearing()))
	want := [][2]string{
		{"Heading1", "M07 Seals"}, {"Fact", "Kilnholme study · 23 November 2026"}, {"Fact", "3 turns · 12 words · 4 codings"}, {"Fact", "Source: M07 Seals"},
		{"Turn", "1\tInterviewer: Were you stuck? 👩‍👩‍👧‍👦"}, {"Turn", "2\tOwner (0:01:01): For years. Then the bank asked."}, {"Turn", "3\t" + rtl},
		{"Heading2", "Codes"}, {"Fact", "Capitals › Human capital (1 coding)"}, {"Fact", "Capitals › Human capital › Reluctance to delegate (1 coding)"},
		{"Definition", "The owner keeps decisions that others could take."}, {"Definition", "Include when: Signing every invoice."}, {"Definition", "Exclude when: Nobody to delegate to."},
		{"Definition", "Typical example: I see to it myself."}, {"Definition", "Near miss: We have no foreman."}, {"Fact", "Barriers (2 codings)"},
	}
	for i := range got {
		got[i][1] = strings.TrimSpace(got[i][1])
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestEveryPartOfATranscriptIsWellFormedAndNamed(t *testing.T) {
	odd := hearing()
	odd.Title, odd.Turns[1].Speaker, odd.Excerpts[0].CoderName, odd.Excerpts[0].Memo = "=cmd() <b>&\x00", "]]>\x01", "<\"script\">", "NUL\x00 \xff\xfe"
	packed := transcriptDOCX(t, odd)
	for _, name := range append(docxParts, "word/comments.xml") {
		d := xml.NewDecoder(strings.NewReader(unzipped(t, packed, name)))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	if types := unzipped(t, packed, docxParts[0]); !strings.Contains(types, `PartName="/word/comments.xml"`) {
		t.Error("the comments have no content type")
	}
	if rels := unzipped(t, packed, "word/_rels/document.xml.rels"); !strings.Contains(rels, `relationships/comments" Target="comments.xml"`) {
		t.Error(rels)
	}
}

func TestATranscriptWithoutCodingsSaysSo(t *testing.T) {
	bare := hearing()
	bare.Excerpts = nil
	got := paragraphsIn(t, transcriptDOCX(t, bare))
	if strings.TrimSpace(got[2][1]) != "3 turns · 12 words · Nothing is coded" || len(got) != 7 {
		t.Errorf("%q", got)
	}
}

func TestATranscriptThatCanNotBeWrittenSaysSo(t *testing.T) {
	if err := TranscriptDOCX(full{}, hearing()); study.KindOf(err) != study.Internal {
		t.Error(err)
	}
}

func TestLibreOfficeReadsTheTranscriptAsWritten(t *testing.T) {
	got, said := converted(t, saved(t, "hearing.docx", transcriptDOCX(t, hearing())), "txt", ":Text (encoded):UTF8")
	for _, want := range []string{"Then the bank asked.", rtl, "👩‍👩‍👧‍👦"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing; LibreOffice said %s", want, said)
		}
	}
}
