package refi

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
)

// counts writes a position as a program that counts in some way would.
func counts(text string, at int, how Counting) int {
	n := 0
	for _, r := range []rune(text)[:at] {
		switch {
		case r == '\n' && how.CRLF, r > 0xffff && how.UTF16:
			n += 2
		default:
			n++
		}
	}
	if how.Mark {
		n++
	}
	return n
}

// randomText is some lines of words, with characters of every width.
func randomText(random *rand.Rand) string {
	var out []string
	for range 40 + random.IntN(60) {
		out = append(out, []string{"barriers", "größer", "😀", "to", "growth.", "🏭🏭", "naïve", "\n", "Ünïcode", "—"}[random.IntN(10)])
	}
	return strings.Join(out, " ")
}

// marked is a file with one text and passages of whole words of it, counted in some way.
func marked(random *rand.Rand, text string, how Counting, named func(string) string) ([]byte, []string) {
	var wanted []string
	selections := &strings.Builder{}
	runes := []rune(text)
	for range 12 {
		start := random.IntN(len(runes) - 20)
		for start > 0 && runes[start-1] != ' ' {
			start--
		}
		end := min(start+10+random.IntN(200), len(runes))
		for end < len(runes) && runes[end] != ' ' {
			end++
		}
		quote := string(runes[start:end])
		last := counts(text, end, how)
		if how.Inclusive {
			last--
		}
		wanted = append(wanted, quote)
		fmt.Fprintf(selections, `<PlainTextSelection guid="%d" name="%s" startPosition="%d" endPosition="%d"/>`, len(wanted), named(strings.ReplaceAll(quote, "\n", " ")), counts(text, start, how), last)
	}
	raw := text
	if how.CRLF || random.IntN(2) == 0 {
		raw = strings.ReplaceAll(raw, "\n", "\r\n")
	}
	if how.Mark || random.IntN(2) == 0 {
		raw = "\ufeff" + raw
	}
	inside := `<Project name="P"><Sources><TextSource guid="s" name="S" plainTextPath="internal://s.txt">` + selections.String() + `</TextSource></Sources></Project>`
	return []byte(inside), append(wanted, raw)
}

// TestPassagesCoverTheirWordsHoweverTheyAreCounted writes files in all sixteen ways of counting.
func TestPassagesCoverTheirWordsHoweverTheyAreCounted(t *testing.T) {
	for n := range 200 {
		random := rand.New(rand.NewPCG(uint64(n), 7))
		how := Counting{UTF16: n&1 > 0, CRLF: n&2 > 0, Mark: n&4 > 0, Inclusive: n&8 > 0}
		text := randomText(random)
		whole := func(quote string) string { return quote }
		cut := func(quote string) string { return string([]rune(quote)[:len([]rune(quote))*2/3]) + "…" }
		named := whole
		if n%3 == 0 && !how.Inclusive {
			named = cut
		}
		inside, wanted := marked(random, text, how, named)
		f := mustRead(t, archived(t, member{name: "project.qde", text: string(inside)}, member{name: "sources/s.txt", text: wanted[len(wanted)-1]}))
		for i, s := range f.Sources.List[0].TextSelections {
			r, _ := s.Range()
			if got := string([]rune(f.Sources.List[0].Text)[r.Start:r.End]); strings.TrimSpace(got) != strings.TrimSpace(wanted[i]) {
				t.Fatalf("%d, counted as %s and read as %s: %q is not %q", n, how, f.Fits[0].Counting, got, wanted[i])
			}
		}
	}
}

func TestWordsTellTheCountingWhereNothingIsQuoted(t *testing.T) {
	for _, how := range []Counting{{}, {UTF16: true}, {CRLF: true}, {UTF16: true, CRLF: true}} {
		random := rand.New(rand.NewPCG(3, 9))
		inside, wanted := marked(random, randomText(random), how, func(string) string { return "" })
		raw := strings.ReplaceAll(strings.ReplaceAll(wanted[len(wanted)-1], "\r", ""), "\n", "\r\n")
		f := mustRead(t, archived(t, member{name: "project.qde", text: string(inside)}, member{name: "sources/s.txt", text: raw}))
		if got := f.Fits[0].Counting; got != how {
			t.Errorf("counted as %s and read as %s", how, got)
		}
	}
}

func TestAPassageBeyondItsTextIsDrawnToItsEndAndTold(t *testing.T) {
	f := mustRead(t, project(`<Sources><TextSource guid="`+anID+`" name="S"><PlainTextContent>short</PlainTextContent><PlainTextSelection guid="`+anID+`" startPosition="9" endPosition="2"/></TextSource></Sources>`))
	if r, _ := f.Sources.List[0].TextSelections[0].Range(); r.Start != 2 || r.End != 5 || len(f.Findings) != 2 {
		t.Errorf("it is %v, with %v", r, f.Findings)
	}
}

func TestTextsOfOldWindowsAreRead(t *testing.T) {
	for raw, want := range map[string]string{"caf\xe9 \x93x\x94": "café “x”", "\xff\xfea\x00\xe9\x00": "aé", "café": "café"} {
		f := mustRead(t, archived(t, member{name: "project.qde", text: `<Project name="P" xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource guid="` + anID + `" name="S" plainTextPath="internal://s.txt"/></Sources></Project>`}, member{name: "sources/s.txt", text: raw}))
		if got := f.Sources.List[0].Text; got != want || (len(f.Findings) == 0) != (raw == want) {
			t.Errorf("%q is read as %q, with %v", raw, got, f.Findings)
		}
	}
}

func TestSyncPointsAreCountedAsPassagesAre(t *testing.T) {
	at := len(utf16.Encode([]rune("😀 one ")))
	f := mustRead(t, project(fmt.Sprintf(`<Sources><TextSource guid="1" name="S"><PlainTextContent>😀 one two</PlainTextContent><PlainTextSelection guid="2" name="two" startPosition="%d" endPosition="%d"/></TextSource>`+
		`<AudioSource guid="3"><Transcript guid="4"><PlainTextContent>😀 one two</PlainTextContent><SyncPoint guid="5" timeStamp="1500" position="%d"/></Transcript></AudioSource></Sources>`, at, at+3, at)))
	if got := *f.Sources.List[1].Transcripts[0].SyncPoints[0].Position; got != 6 {
		t.Errorf("it is at %d", got)
	}
}
