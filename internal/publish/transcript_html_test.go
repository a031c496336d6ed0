package publish

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func transcriptHTML(t *testing.T, of Transcript) string {
	t.Helper()
	var out bytes.Buffer
	if err := TranscriptHTML(&out, of); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// stripesIn reads the stripes back: the classes and the number of each, turn by turn.
func stripesIn(page string) (out [][]string) {
	for _, margin := range regexp.MustCompile(`(?s)<div class="stripes" aria-hidden="true">(.*?)</div>`).FindAllStringSubmatch(page, -1) {
		var turn []string
		for _, s := range regexp.MustCompile(`<i class="([^"]*)">(\d+)</i>`).FindAllStringSubmatch(margin[1], -1) {
			turn = append(turn, s[2]+": "+s[1])
		}
		out = append(out, turn)
	}
	return out
}

func TestAWebTranscriptHasItsTurnsBracketsAndNotesInOrder(t *testing.T) {
	got := transcriptHTML(t, hearing())
	at := 0
	for _, want := range []string{
		`<h1 dir="auto">M07 Seals</h1>`, "Kilnholme study, 23 November 2026", "3 turns · 12 words · 4 codings", "Source: M07 Seals",
		`<li class="mod">`, `<span class="no">1</span> <b dir="auto">Interviewer</b></div>`,
		`<p class="say" dir="auto">Were you <sup><a href="#note-1">[1</a></sup><span class="coded">stuck? 👩‍👩‍👧‍👦</span></p>`,
		`<li id="note-1"><span class="no">1</span>`, `Capitals › Human capital › <b>Reluctance to delegate</b> <span class="n">coded by <bdi>Rukhsana Nawaz</bdi></span>`,
		`<b dir="auto">Owner</b> <time>0:01:01</time>`,
		`<sup><a href="#note-2">[2</a></sup><span class="coded">For years.</span>`, `<sup>1]</sup>`, `<sup><a href="#note-3">[3</a></sup><span class="coded">Then the bank asked.</span><sup>3]</sup></p>`,
		`<b>Barriers</b> <span class="n">coded by <bdi>Tom</bdi></span></p><p class="memo" dir="auto"><span class="label">Memo</span>Compare with M11.</p>`,
		`<p class="say" dir="auto"><sup><a href="#note-4">[4</a></sup><span class="coded">` + rtl + `</span><sup>4]</sup></p>`,
		`<h2 id="codes">Codes</h2>`, "Capitals › Human capital › Reluctance to delegate", "The owner keeps decisions that others could take.", "Barriers <span class=\"n\">2 codings</span>",
	} {
		found := strings.Index(got[at:], want)
		if found < 0 {
			t.Fatalf("%q is missing, or not in its place", want)
		}
		at += found + len(want)
	}
}

func TestAStripeRunsThroughTheTurnsOfItsPassageInALaneOfItsOwn(t *testing.T) {
	got := stripesIn(transcriptHTML(t, hearing()))
	want := [][]string{
		{"1: x0 c0 y0 h100"},
		{"1: x0 c0 y0 h100", "2: x1 c0 y0 h100", "3: x2 c0 y0 h100"},
		{"4: x0 c0 y0 h100"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAStripeBeginsAndEndsWhereItsWordsDo(t *testing.T) {
	long := hearing()
	long.Turns = []Turn{{Range: study.Range{Start: 0, End: 10 * lineWidth}, Text: strings.Repeat("ü", 10*lineWidth)}}
	long.Excerpts = []study.Excerpt{
		{Range: study.Range{Start: 2 * lineWidth, End: 5 * lineWidth}, Code: "barriers", Path: []string{"Barriers"}, Color: "madder", CoderName: "Tom"},
		{Range: study.Range{Start: 2 * lineWidth, End: 5 * lineWidth}, Code: "barriers", Path: []string{"Barriers"}, Color: "madder", CoderName: "Rukhsana"},
		{Range: study.Range{Start: 5 * lineWidth, End: 6*lineWidth + 1}, Code: "human", Path: []string{"Human capital"}, Color: "woad/open", CoderName: "Tom"},
	}
	got := transcriptHTML(t, long)
	if stripes := stripesIn(got); !reflect.DeepEqual(stripes, [][]string{{"1: x0 c0 y20 h30", "2: x0 c1 y50 h20"}}) {
		t.Errorf("%q", stripes)
	}
	for _, want := range []string{".c0 { border-color: #a03e45; border-style: solid; }", ".c1 { border-color: #2d8bd3; border-style: dashed; }", "coded by <bdi>Tom, Rukhsana</bdi>"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestAHostileTranscriptRunsNothingAndFetchesNothing(t *testing.T) {
	const script = "<script>alert(1)</script>"
	odd := hearing()
	odd.Title, odd.Project, odd.Filters = script, script, []string{"Source: </style><img src=x onerror=alert(1)>"}
	odd.Codebook = study.NewCodebook([]study.Code{{ID: "evil", Name: script, Definition: `"><iframe src=//x>`}})
	for i := range odd.Turns {
		odd.Turns[i].Text = (script + odd.Turns[i].Text + "\x00\x01")[:len(odd.Turns[i].Text)]
		odd.Turns[i].Speaker = `" onclick="x` + script
	}
	for i := range odd.Excerpts {
		e := &odd.Excerpts[i]
		e.Code, e.Path, e.Color, e.CoderName, e.Memo = "evil", []string{script}, `#fff;}</style><script>`, script, script
	}
	got := transcriptHTML(t, odd)
	if strings.ContainsAny(got, "\x00\x01") {
		t.Error("control characters in the page")
	}
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^>]*>`).FindAllString(got, -1) {
		if regexp.MustCompile(`(?i)^<(script|img|iframe|link|object)\b|\son\w+=|\sstyle=|\ssrc=|http:|https:`).MatchString(tag) {
			t.Errorf("%q", tag)
		}
	}
	if strings.Count(got, "</style>") != 1 {
		t.Error("a text ended the style")
	}
	if n := strings.Count(got, "&lt;script&gt;alert(1)&lt;/script&gt;"); n < 12 {
		t.Errorf("the script is shown as text %d times", n)
	}
}

func TestAWebTranscriptAllowsItsOwnStyleByHash(t *testing.T) {
	allowsItsStyle(t, transcriptHTML(t, hearing()))
}

func TestAWebTranscriptWithoutCodingsSaysSo(t *testing.T) {
	bare := hearing()
	bare.Excerpts = nil
	got := transcriptHTML(t, bare)
	if !strings.Contains(got, "3 turns · 12 words · Nothing is coded") || strings.Contains(got, `<h2 id="codes">`) || strings.Contains(got, "<i class=") {
		t.Error(got[strings.Index(got, "<body>"):])
	}
}

func TestEveryCodingOfACrowdedTranscriptHasItsStripe(t *testing.T) {
	crowd := hearing()
	crowd.Excerpts = nil
	for i := range 60 {
		crowd.Excerpts = append(crowd.Excerpts, study.Excerpt{Range: study.Range{Start: i % 9, End: 9 + i%9}, Code: study.ID(fmt.Sprint(i)), Path: []string{fmt.Sprint("Code ", i)}})
	}
	seen := map[string]bool{}
	for _, s := range stripesIn(transcriptHTML(t, crowd))[0] {
		seen[strings.Fields(s)[1]] = true
	}
	if len(seen) != 60 {
		t.Errorf("%d lanes", len(seen))
	}
}

func TestAWebTranscriptThatCanNotBeWrittenSaysSo(t *testing.T) {
	if err := TranscriptHTML(full{}, hearing()); study.KindOf(err) != study.Internal {
		t.Error(err)
	}
}
