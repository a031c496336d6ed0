package study

import (
	"cmp"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"
)

// MaxStopWords is how many words a project's stop list has at most.
const MaxStopWords = 5000

// WordsSaid is how often somebody says each word in a source.
type WordsSaid struct {
	Source, Strand ID
	Speaker        string // empty where nobody speaks
	Moderator      bool
	Language       string // BCP 47
	Counts         map[string]int
}

// CountedWord is a word with its other forms.
type CountedWord struct {
	Word    string   `json:"word" doc:"The form that is said most"`
	N       int      `json:"n" doc:"How often it is said, in any of its forms"`
	Sources int      `json:"sources" doc:"How many sources say it"`
	Forms   []string `json:"forms" doc:"The forms that are said, the commonest first"`
}

// WordCounting says which words count.
type WordCounting struct {
	Least int             // letters that a word has
	Stop  map[string]bool // words that don't count
	Stem  func(word, language string) string
}

// WordTotals are the counts of words, those said most first.
type WordTotals struct {
	List    []CountedWord
	N       int // how many words are said that count
	Said    int // how many are said in all, stop words and short ones too
	Sources int // how many sources were looked through
}

// counted is a word while it is counted.
type counted struct {
	forms   map[string]int
	sources map[ID]bool
}

// Count counts words, those of one stem as one. What holds no letter is no word.
func (c WordCounting) Count(said []WordsSaid) (out WordTotals) {
	byStem, sources := map[string]*counted{}, map[ID]bool{}
	for _, s := range said {
		sources[s.Source] = true
		for word, n := range s.Counts {
			if !isWord(word) {
				continue
			}
			out.Said += n
			if c.Stop[word] || utf8.RuneCountInString(word) < c.Least {
				continue
			}
			out.N += n
			c.add(byStem, s, word, n)
		}
	}
	for _, one := range byStem {
		out.List = append(out.List, one.total())
	}
	slices.SortFunc(out.List, func(a, b CountedWord) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Word, b.Word)) })
	out.Sources = len(sources)
	return out
}

func (c WordCounting) add(byStem map[string]*counted, s WordsSaid, word string, n int) {
	stem := c.Stem(word, s.Language)
	one := byStem[stem]
	if one == nil {
		one = &counted{map[string]int{}, map[ID]bool{}}
		byStem[stem] = one
	}
	one.forms[word] += n
	one.sources[s.Source] = true
}

func (c *counted) total() (out CountedWord) {
	out.Forms = slices.SortedFunc(maps.Keys(c.forms), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.forms[b], c.forms[a]), cmp.Compare(a, b))
	})
	out.Word, out.Sources = out.Forms[0], len(c.sources)
	for _, n := range c.forms {
		out.N += n
	}
	return out
}

func isWord(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}
