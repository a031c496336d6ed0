package study

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

// markdownCases are shared with the interface, which reads and writes the same Markdown.
func markdownCases(t *testing.T) (cases []struct {
	Name   string
	Text   string
	Blocks []Block
}) {
	t.Helper()
	raw, err := os.ReadFile("testdata/markdown.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestMarkdownIsReadAsTheSharedCasesSay(t *testing.T) {
	for _, c := range markdownCases(t) {
		t.Run(c.Name, func(t *testing.T) {
			if got := ReadMarkdown(c.Text); !reflect.DeepEqual(got, c.Blocks) {
				t.Errorf("%q is read as\n%s", c.Text, indented(t, got))
			}
		})
	}
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestWordsThatAreEscapedAreReadAsTheyWere(t *testing.T) {
	for _, words := range []string{"5 * 3 * 2", `C:\new\*`, "- no list", "1. no list", "  > no quote", "[Name](code:01900000-0000-7000-8000-000000000001)", "a\n2) b\n+ c", `\`, "**", "]["} {
		if got := PlainText(ReadMarkdown(EscapeMarkdown(words))); got != strings.TrimSpace(words) {
			t.Errorf("%q is read as %q", words, got)
		}
	}
}

func TestPlainTextKeepsListsApartFromLines(t *testing.T) {
	text := "**One** *two*\nthree\n\n- a\n- b [c](https://example.org)\n\n3. d\n4. e\n\n> f\n>\n> g"
	want := "One two\nthree\n\n• a\n• b c\n\n3. d\n4. e\n\nf\n\ng"
	if got := PlainText(ReadMarkdown(text)); got != want {
		t.Errorf("%q", got)
	}
}

func TestNoTextTakesLongToRead(t *testing.T) {
	for _, mark := range []string{"[", "*a", "**a*b", "*a**b", "[a](", "[a](http://", "]", "> ", "- ", "\\", "*(", "a* *"} {
		text := strings.Repeat(mark, MaxProse/len(mark))
		began := time.Now()
		ReadMarkdown(text)
		if took := time.Since(began); took > time.Second {
			t.Errorf("%d times %q took %v", MaxProse/len(mark), mark, took)
		}
	}
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add("**a *b** c*\n- d\n> [e](code:01900000-0000-7000-8000-000000000001)")
	f.Fuzz(func(t *testing.T, text string) {
		for _, b := range ReadMarkdown(text) {
			if len(b.Runs) == 0 {
				t.Errorf("%q has an empty block", text)
			}
			for _, run := range b.Runs {
				if run.URL != "" && !strings.HasPrefix(strings.ToLower(run.URL), "http") {
					t.Errorf("%q leads to %q", text, run.URL)
				}
			}
		}
	})
}
