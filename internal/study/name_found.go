package study

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameFound is a string of words that may be a name.
type NameFound struct {
	Name    string `json:"name"`
	Count   int    `json:"count" doc:"How often it stands in the texts"`
	Texts   int    `json:"sources" doc:"Sources it stands in"`
	Speaker bool   `json:"speaker" doc:"Someone speaks under it"`
}

const (
	mostSuggestions = 300
	longestName     = 4 // words
)

// Names finds what may be names of people, places and firms: words that begin with a capital
// within a sentence, and recur. A language that writes all its nouns so, such as German,
// gives many.
type Names struct{ found map[string]*NameFound }

// NewNames has read nothing yet.
func NewNames() *Names { return &Names{map[string]*NameFound{}} }

// Read takes a text in.
func (n *Names) Read(text string) {
	for name, times := range capitalised(text) {
		f := n.of(name)
		f.Count, f.Texts = f.Count+times, f.Texts+1
	}
}

// Speaks says that someone speaks under a name, which is worth a look however rare it is.
func (n *Names) Speaks(name string) { n.of(name).Speaker = true }

func (n *Names) of(name string) *NameFound {
	f := n.found[name]
	if f == nil {
		f = &NameFound{Name: name}
		n.found[name] = f
	}
	return f
}

// Found gives what recurs, speakers first, then the most frequent; without the names that
// have a pseudonym, and without the pseudonyms.
func (n *Names) Found(known []Named) []NameFound {
	out := []NameFound{}
	for _, f := range n.found {
		if (f.Speaker || f.Count > 1) && !slices.ContainsFunc(known, f.names) {
			out = append(out, *f)
		}
	}
	slices.SortFunc(out, func(a, b NameFound) int {
		if a.Speaker != b.Speaker && a.Speaker {
			return -1
		}
		if a.Speaker != b.Speaker {
			return 1
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return out[:min(len(out), mostSuggestions)]
}

func (f *NameFound) names(p Named) bool {
	return strings.EqualFold(f.Name, p.Name) || strings.EqualFold(f.Name, p.Pseudonym.Pseudonym)
}

// capitalised counts the strings of capitalised words of a text that stand within sentences
// at least once: at the beginning of a sentence every word has a capital.
func capitalised(text string) map[string]int {
	counts := map[string]int{}
	words := wordsOf(text)
	var leading [][]spelled
	for i := 0; i < len(words); {
		run := words[i : i+max(1, capitals(text, words[i:]))]
		switch {
		case begins(text, words, i):
			leading = append(leading, run)
		case isName(text, run):
			counts[spell(text, run)]++
		}
		i += len(run)
	}
	for _, run := range leading {
		for from := range run[:min(2, len(run))] { // the first word may be no part of the name
			if name := spell(text, run[from:]); counts[name] > 0 {
				counts[name]++
				break
			}
		}
	}
	return counts
}

func spell(text string, run []spelled) string { return text[run[0].start:run[len(run)-1].end] }

// capitals is how many capitalised words follow each other, with nothing but a blank between.
func capitals(text string, words []spelled) (n int) {
	for n < len(words) && n < longestName {
		word := text[words[n].start:words[n].end]
		first, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) || size == len(word) {
			break
		}
		if n > 0 && text[words[n-1].end:words[n].start] != " " {
			break
		}
		n++
	}
	return n
}

// begins says whether a word begins a sentence or a line.
func begins(text string, words []spelled, i int) bool {
	if i == 0 {
		return true
	}
	between := text[words[i-1].end:words[i].start]
	return strings.ContainsAny(between, ".!?:\n…[(“\"‘")
}

// never are capitalised words of English that name nobody.
var never = func() map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
		september october november december christmas easter english british i'm i've ok okay yes no mr mrs ms dr the a an and but so it we you he she they i`) {
		out[word] = true
	}
	return out
}()

func isName(text string, run []spelled) bool {
	return capitals(text, run) > 0 && (len(run) > 1 || !never[run[0].folded])
}
