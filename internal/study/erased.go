package study

import (
	"hash/maphash"
	"strings"
)

// ErasedMark stands where words were erased.
const ErasedMark = "[erased]"

// quoteWords is how many words in a row, the same as someone said, are a quotation of them.
const quoteWords = 4

// Erased knows what a person said, and strikes it from other texts that quote it. It keeps
// no word of it.
type Erased struct {
	seed    maphash.Seed
	quotes  map[uint64]bool // runs of quoteWords words
	phrases map[uint64]int  // words in it
	longest int             // words of the longest phrase
}

// NewErased learns what was said, turn by turn, and the phrases that go wherever they stand,
// such as a person's name. Letters' case and what stands between words don't matter.
func NewErased(said, phrases []string) *Erased {
	e := &Erased{seed: maphash.MakeSeed(), quotes: map[uint64]bool{}, phrases: map[uint64]int{}}
	for _, text := range said {
		words := wordsOf(text)
		for i := 0; i+quoteWords <= len(words); i++ {
			e.quotes[e.hash(words[i:i+quoteWords])] = true
		}
	}
	for _, phrase := range phrases {
		if words := wordsOf(phrase); len(words) > 0 {
			e.phrases[e.hash(words)] = len(words)
			e.longest = max(e.longest, len(words))
		}
	}
	return e
}

// Strike gives a text without what it quotes.
func (e *Erased) Strike(text string) string {
	words := wordsOf(text)
	struck := make([]bool, len(words)+1)
	for i := range words {
		for n := e.at(words[i:]); n > 0; n-- {
			struck[i+n-1] = true
		}
	}
	var out strings.Builder
	from := 0
	for i := 0; i < len(words); i++ {
		if !struck[i] {
			continue
		}
		out.WriteString(text[from:words[i].start])
		out.WriteString(ErasedMark)
		for struck[i+1] {
			i++
		}
		from = words[i].end
	}
	return out.String() + text[from:]
}

// at is how many words from the first on are erased.
func (e *Erased) at(words []spelled) (n int) {
	if len(words) >= quoteWords && e.quotes[e.hash(words[:quoteWords])] {
		n = quoteWords
	}
	for k := min(e.longest, len(words)); k > n; k-- {
		if e.phrases[e.hash(words[:k])] == k {
			return k
		}
	}
	return n
}

func (e *Erased) hash(words []spelled) uint64 {
	var h maphash.Hash
	h.SetSeed(e.seed)
	for _, w := range words {
		_, _ = h.WriteString(w.folded)
		_ = h.WriteByte(0)
	}
	return h.Sum64()
}

// spelled is a word with the bytes where it stands.
type spelled struct {
	folded     string
	start, end int
}

// wordsOf gives the words of a text as a reader compares them: runs of letters, marks and
// digits, in lower case. What stands within a word, such as an apostrophe, parts it in both texts alike.
func wordsOf(text string) (out []spelled) {
	start := -1
	for at, r := range text + " " {
		inside := at < len(text) && inWord(r)
		switch {
		case inside && start < 0:
			start = at
		case !inside && start >= 0:
			out = append(out, spelled{strings.ToLower(text[start:at]), start, at})
			start = -1
		}
	}
	return out
}
