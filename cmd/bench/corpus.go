package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// A corpus is interviews of made-up words that are as common as the words of a language are, with
// some real ones among them that the queries ask for. It is the same each time.
type corpus struct {
	words []string
	up    []float64 // how much of all words those up to this one are
}

// Sizes of an interview: 9,280 words.
const (
	turnsEach, wordsEach = 160, 58
	codingsEach          = 100
)

// asked are the words that queries ask for, by how common they are.
var asked = map[int]string{0: "thing", 1: "to", 2: "the", 60: "growth", 110: "bank", 200: "barriers", 300: "growing", 500: "loan", 900: "barrier", 1500: "bariers"}

// planted stand in one sentence of so many.
var planted = []struct {
	text string
	each int
}{{"barriers to growth", 45}, {"growth faces real barriers", 220}, {"the bank refused a loan", 150}}

func newCorpus() *corpus {
	c := &corpus{}
	r := rand.New(rand.NewPCG(1, 1))
	sum := 0.0
	for rank := range 24_000 {
		word, is := asked[rank]
		if !is {
			word = madeUp(r)
		}
		sum += 1 / math.Pow(float64(rank)+2.7, 1.07) // Zipf and Mandelbrot
		c.words, c.up = append(c.words, word), append(c.up, sum)
	}
	return c
}

func madeUp(r *rand.Rand) string {
	var w strings.Builder
	for range 1 + r.IntN(4) {
		w.WriteByte("bcdfghjklmnprstvwz"[r.IntN(18)])
		w.WriteByte("aeiou"[r.IntN(5)])
	}
	return w.String() + []string{"", "", "n", "s", "ing", "ed", "ness", "é"}[r.IntN(8)]
}

func (c *corpus) word(r *rand.Rand) string {
	at, from, to := r.Float64()*c.up[len(c.up)-1], 0, len(c.up)-1
	for from < to {
		if mid := (from + to) / 2; c.up[mid] < at {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return c.words[from]
}

// interview gives the turns of the interview of a number.
func (c *corpus) interview(number int) []string {
	r := rand.New(rand.NewPCG(2, uint64(number)))
	turns := make([]string, turnsEach)
	for i := range turns {
		said := make([]string, wordsEach)
		for k := range said {
			said[k] = c.word(r)
		}
		for _, p := range planted {
			if r.IntN(p.each) == 0 {
				said = append(said, p.text)
			}
		}
		turns[i] = strings.Join(said, " ") + "."
	}
	return turns
}

// transcript is an interview as a file.
func (c *corpus) transcript(number int) []byte {
	var out strings.Builder
	for i, turn := range c.interview(number) {
		fmt.Fprintf(&out, "%s: %s\n\n", voices[i%len(voices)], turn)
	}
	return []byte(out.String())
}

var voices = []string{"Interviewer", "Respondent"}
