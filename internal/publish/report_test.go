package publish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

var made = time.Date(2026, 11, 23, 16, 21, 0, 0, time.UTC)

// sample is a small report: a heading without excerpts above a code that has some, one
// passage with two codes, and one code that nobody used.
func sample() Report {
	book := study.NewCodebook([]study.Code{
		{ID: "capitals", Name: "Capitals", Definition: "What an owner can draw on."},
		{ID: "unused", Name: "Social capital", ParentID: "capitals", Position: 0},
		{ID: "human", Name: "Human capital", ParentID: "capitals", Position: 1},
		{ID: "delegate", Name: "Reluctance to delegate", ParentID: "human", Definition: "The owner keeps decisions that others could take.",
			Include: "Signing every invoice.", Exclude: "Nobody to delegate to.", Example: "I see to it myself.", NearMiss: "We have no foreman."},
		{ID: "barriers", Name: "Barriers", Position: 1},
	})
	at := 211_900
	return Report{Project: "Kilnholme study", Made: made, Filters: []string{"Strand: Mid-caps"}, Codebook: book, Excerpts: []study.Excerpt{
		{Coding: "c1", Passage: "p1", Source: "s1", Title: "M07 Seals", Strand: "st", StrandIs: "Mid-caps", Range: study.Range{Start: 10, End: 70}, Turn: 4,
			Text: "Every quote came across my desk.\nUntil when?\nUntil March.", Speaker: "Owner, Interviewer", FromMs: &at,
			Code: "delegate", Path: []string{"Capitals", "Human capital", "Reluctance to delegate"}, Coder: "a", CoderName: "Rukhsana", At: made.Add(-time.Hour), Memo: "Compare with M11.\nTwice."},
		{Coding: "c2", Passage: "p1", Source: "s1", Title: "M07 Seals", Strand: "st", StrandIs: "Mid-caps", Range: study.Range{Start: 10, End: 70}, Turn: 4,
			Text: "Every quote came across my desk.\nUntil when?\nUntil March.", Speaker: "Owner, Interviewer", FromMs: &at,
			Code: "barriers", Path: []string{"Barriers"}, Coder: "a", CoderName: "Rukhsana", At: made.Add(-time.Hour)},
		{Coding: "c3", Passage: "p2", Source: "s2", Title: "M11 Ovens", Strand: "st", StrandIs: "Mid-caps", Range: study.Range{Start: 0, End: 24}, Turn: 0,
			Text: "The bank asked for it.", Code: "barriers", Path: []string{"Barriers"}, Coder: "b", CoderName: "Tom", At: made},
	}}
}

const rtl = "הבנק ביקש דוחות"

// hostile holds what has broken reports before: markup, formulas, controls, giants.
func hostile() Report {
	r := sample()
	r.Project = "=cmd() <script>alert(1)</script>\r\nBcc: \x00"
	r.Filters = []string{"Source: </style><img src=x onerror=alert(1)>"}
	r.Codebook = study.NewCodebook([]study.Code{{ID: "evil", Name: "<b>&\"'\x01 {{.}} %s", Definition: "]]> <!-- \x08"}})
	long := strings.Repeat("wörd 🧵 ", 6_000) // 42,000 code points, 48,000 in UTF-16
	r.Excerpts = nil
	for i, text := range []string{"=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", "  =1", "<script>alert(1)</script>", rtl, "NUL\x00 BEL\a \xff\xfe \ufffe_x0041_", long, "one\r\ntwo\vthree\ttabbed"} {
		r.Excerpts = append(r.Excerpts, study.Excerpt{Coding: study.ID(fmt.Sprintf("c%d", i)), Passage: study.ID(fmt.Sprintf("p%d", i)), Source: "s", Title: "@title", StrandIs: "-strand", Speaker: "+speaker", CoderName: "=coder()",
			Text: text, Code: "evil", Path: []string{"<b>&\"'\x01 {{.}} %s"}, Memo: text, At: made})
	}
	return r
}

func empty() Report { return Report{Project: "Kilnholme study", Made: made} }

func large() Report {
	r := sample()
	text := strings.Repeat("Every quote over three thousand pounds came across my desk. ", 6)
	first := r.Excerpts[0]
	r.Excerpts = make([]study.Excerpt, 6_000)
	for i := range r.Excerpts {
		e := first
		e.Coding, e.Passage, e.Source, e.Text = study.ID(fmt.Sprint("c", i)), study.ID(fmt.Sprint("p", i)), study.ID(fmt.Sprint("s", i/100)), text
		r.Excerpts[i] = e
	}
	return r
}

func written(t testing.TB, f Format[Report], r Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		t.Fatalf("%s: %v", f.Extension, err)
	}
	return out.Bytes()
}

func format(t testing.TB, extension string) Format[Report] {
	t.Helper()
	for _, f := range Formats {
		if f.Extension == extension {
			return f
		}
	}
	t.Fatalf("no format %s", extension)
	return Format[Report]{}
}

func TestEveryFormatWritesEveryReport(t *testing.T) {
	for _, f := range Formats {
		for name, r := range map[string]Report{"sample": sample(), "hostile": hostile(), "empty": empty(), "nothing at all": {}} {
			if len(written(t, f, r)) == 0 {
				t.Errorf("%s of %s is empty", f.Extension, name)
			}
		}
	}
}

func TestEveryFormatSaysWhenTheDiskIsFull(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(full{}, sample()); study.KindOf(err) != study.Internal {
			t.Errorf("%s: %v", f.Extension, err)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left") }

func BenchmarkSixThousandExcerpts(b *testing.B) {
	r := large()
	for _, f := range Formats {
		b.Run(f.Extension, func(b *testing.B) {
			for b.Loop() {
				written(b, f, r)
			}
		})
	}
}

func TestANameIsOneLineWithoutNeedlessSpaces(t *testing.T) {
	for name, want := range map[string]string{"": "", " ": "", "a": "a", "a b": "a b", " a": "a", "a ": "a", "a  b": "a b", "a\nb": "a b", "a\tb": "a b", "a\x00b": "ab", "\u2003é  ö": "é ö"} {
		if got := cleanName(name); got != want {
			t.Errorf("%q becomes %q", name, got)
		}
	}
}
