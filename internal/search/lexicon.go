package search

import (
	"bytes"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
)

// lexicons are lent to whoever analyzes, each to one at a time.
var lexicons = sync.Pool{New: func() any { return lexicon{} }}

// lexicon is what the rules of each field made of words: a text has the same ones again and again.
type lexicon map[string]forms

func (l lexicon) of(field string) forms {
	if l[field] == nil {
		l[field] = forms{}
	}
	return l[field]
}

// forms are the terms of words as they stand.
type forms map[string]string

// mostForms is how many words are kept, some 3 MB; after as many, they are collected anew.
const mostForms = 1 << 15

// of gives the term of a word. The word stays as it is.
func (f forms) of(word *analysis.Token, rules *analysis.DefaultAnalyzer) string {
	if term, known := f[string(word.Term)]; known {
		return term
	}
	if len(f) >= mostForms {
		clear(f)
	}
	alone := *word
	alone.Term = bytes.Clone(word.Term)
	made := analysis.TokenStream{&alone}
	for _, filter := range rules.TokenFilters {
		made = filter.Filter(made)
	}
	term := string(made[0].Term)
	f[string(word.Term)] = term
	return term
}
