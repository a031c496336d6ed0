package search

import (
	"bytes"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
)

// lexicons are lent to whoever analyzes, each to one at a time.
var lexicons = sync.Pool{New: func() any { return forms{} }}

// forms are what the rules of a field make of words: a text has the same ones again and again.
type forms map[string]string

// mostForms is how many words are kept, some 3 MB; after as many, they are collected anew.
const mostForms = 1 << 15

// of gives the term of a word. The word stays as it is.
func (f forms) of(word []byte, rules *analysis.DefaultAnalyzer) string {
	if term, known := f[string(word)]; known {
		return term
	}
	if len(f) >= mostForms {
		clear(f)
	}
	return f.make(word, rules)
}

// make has the rules make a term of a word.
func (f forms) make(word []byte, rules *analysis.DefaultAnalyzer) string {
	made := analysis.TokenStream{{Term: bytes.Clone(word), Type: analysis.AlphaNumeric}}
	for _, filter := range rules.TokenFilters {
		made = filter.Filter(made)
	}
	term := string(made[0].Term)
	f[string(word)] = term
	return term
}
