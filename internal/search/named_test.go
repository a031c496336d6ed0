package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// apartWords stand between the texts of a thing as the reference reads them: no query finds one,
// and they are more than any near of it spans.
var apartWords = strings.Fields("q q q q q q")

// things makes texts of things, each with some, and how the reference reads each thing.
func (r randomly) things(language string) (texts [][]string, read []heard) {
	for range 12 {
		var some []string
		h := heard{language: language}
		for range 1 + r.IntN(3) {
			var words []string
			for range r.IntN(7) {
				words = append(words, r.word())
			}
			some = append(some, strings.Join(words, " "))
			h.words = slices.Concat(h.words, words, apartWords)
		}
		texts, read = append(texts, some), append(read, h)
	}
	return texts, read
}

// worded makes a query of words alone, and says of its parts where they stand when they hold.
func (r randomly) worded(deep int) (string, func(heard) (bool, [][2]int)) {
	leaf := func(part reference) (string, func(heard) (bool, [][2]int)) {
		return part.query, func(t heard) (bool, [][2]int) { return part.holds(t), part.spans(t) }
	}
	switch n := r.IntN(8); {
	case deep == 0 || n < 2:
		return leaf(r.span())
	case n == 2:
		return leaf(r.near())
	case n == 3:
		query, part := r.worded(deep - 1)
		return "NOT (" + query + ")", func(t heard) (bool, [][2]int) { is, _ := part(t); return !is, nil }
	case n == 4: // what asks for no words is passed over
		query, part := r.worded(deep - 1)
		return r.pick("code:finance", "NOT speaker:jo", "(coder:anna OR strand:mid)", "–") + " (" + query + ")", part
	}
	first, a := r.worded(deep - 1)
	second, b := r.worded(deep - 1)
	either := r.IntN(2) == 0
	return "(" + first + r.either(either) + second + ")", func(t heard) (bool, [][2]int) {
		isA, atA := a(t)
		isB, atB := b(t)
		if !either && !(isA && isB) {
			return false, nil
		}
		var at [][2]int
		if isA {
			at = append(at, atA...)
		}
		if isB {
			at = append(at, atB...)
		}
		return isA || isB, at
	}
}

func (r randomly) either(or bool) string {
	if or {
		return ") OR ("
	}
	return ") AND ("
}

func TestThingsAreFoundAsReadingTheirTextsWordByWordFinds(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 2))}
	some := 0
	for range 40 {
		language := r.pick("en", "de", "xx")
		texts, read := r.things(language)
		all := NewTexts(texts)
		for range 40 {
			if r.IntN(8) == 0 { // some change, and all stand elsewhere
				newTexts, newRead := r.things(language)
				from := r.IntN(len(newTexts))
				texts, read = append(slices.Clone(newTexts[from:]), texts[:from]...), append(slices.Clone(newRead[from:]), read[:from]...)
				all = all.Renewed(texts)
			}
			query, reference := r.worded(3)
			query = "(" + query + ")"
			w, err := ReadWordQuery(query, []string{language})
			must(err)
			found, err := all.Find(w)
			must(err)
			some += len(found)
			for i, h := range read {
				is, at := reference(h)
				hit := slices.IndexFunc(found, func(one InThing) bool { return one.Thing == i })
				if (hit >= 0) != (is && len(at) > 0) {
					t.Fatalf("%s: found is %v in %q", query, hit >= 0, texts[i])
				}
				if hit >= 0 {
					expect(t, fmt.Sprintf("marks of %s in %q", query, texts[i]), markedIn(texts[i], found[hit]), inWords(h, at))
				}
			}
		}
	}
	if some == 0 {
		t.Error("nothing was ever found")
	}
}

// markedIn gives the words that are marked, in order.
func markedIn(texts []string, found InThing) (out []string) {
	for i, marks := range found.Marks {
		for _, m := range marks {
			out = append(out, strings.Fields(texts[i][m[0]:m[1]])...)
		}
	}
	return out
}

func TestNamesAreFoundInAnyOfTheLanguagesOfAProject(t *testing.T) {
	all := NewTexts([][]string{{"Häuser am Fluß", ""}, {"Barriers to growth", "What keeps a café from the bank’s loan."}, {"Self-employed"}, {"", "growing"}})
	for query, want := range map[string][]int{
		"haus": {0}, "barrier": {1}, "growth barriers": {1}, "cafe": {1}, "café": {1}, "=cafe": nil, "=café": {1}, `"barriers to growth"`: {1}, `"growth what"`: nil, "near/5(growth what)": nil,
		"barrier the": {1}, "the": {1}, "self-emp*": {2}, "self-xyz*": nil, "selv-employd~": {2}, "zzzz-employed~": nil, "barier~": {1}, "barreir~": {1}, "b?rr*": {1}, "grow": {3}, "growth OR grow": {1, 3}, "NOT growth": nil, "grow NOT barrier": {3}, "bank's": {1},
		"code:growth": nil, "code:growth haus": {0}, "overlaps(code:a code:b) haus": {0}, "": nil, "haus OR code:x": {0}, "–": nil,
	} {
		w, err := ReadWordQuery(query, []string{"de-AT", "en", "en-GB"})
		must(err)
		found, err := all.Find(w)
		must(err)
		var got []int
		for _, one := range found {
			got = append(got, one.Thing)
		}
		expect(t, "found by "+query, got, want)
	}
}

func TestAQueryThatCannotBeReadIsNotPutToNames(t *testing.T) {
	if _, err := ReadWordQuery("(bank", nil); study.KindOf(err) != study.Invalid || !strings.HasPrefix(err.Error(), "At character 1") {
		t.Errorf("it gives %v", err)
	}
}
