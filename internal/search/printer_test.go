package search

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

var placeIn = regexp.MustCompile(`place:\d+`)

// withoutPlaces writes a tree such that two are alike that stand elsewhere in their queries.
func withoutPlaces(n node) string { return placeIn.ReplaceAllString(fmt.Sprintf("%+v", n), "") }

func printsAlike(t *testing.T, query string) bool {
	t.Helper()
	tree, err := parse(query)
	if err != nil {
		return false
	}
	text := printed(tree)
	again, err := parse(text)
	if err != nil {
		t.Fatalf("%q is written %q, which can't be read: %v", query, text, err)
	}
	if withoutPlaces(again) != withoutPlaces(tree) || reflect.TypeOf(again) != reflect.TypeOf(tree) {
		t.Fatalf("%q is written %q, which reads otherwise:\n%s\n%s", query, text, withoutPlaces(tree), withoutPlaces(again))
	}
	if twice := printed(again); twice != text {
		t.Fatalf("%q is written %q, and then %q", query, text, twice)
	}
	return true
}

func TestAQueryThatIsWrittenAgainReadsTheSame(t *testing.T) {
	for _, query := range []string{
		"", "?", "AND? b", "==x", "a (b c) NOT (d OR e f) (g OR (h OR i))", `="a b" "c" bariers~2 ba~ ban~ self-emp* wom?n s*ed`, "NOT NOT a",
		`near/05(bank* (loan OR "a b" OR (c OR =d)))`, `strand:(mid-caps, "Drop outs", a (b) speaker:-moderator`, "x:(-a)", "x:-(-a, b c)", `"Years trading":>10`, `sector:""`,
		"before(code:a (coder:b code:(c, d)))", "after/0(code:a code:b)", "outside(CODE:a code:b)", `"url"://x`, "foo(bar)", "overlaps (a OR b)", `"strand":-x`, "strand:/x", `"":x`, `"a b" :c`,
	} {
		printsAlike(t, query)
	}
}

func TestRandomQueriesThatAreWrittenAgainReadTheSame(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 4))}
	for range 2000 {
		if query := r.any(4).query; !printsAlike(t, query) {
			t.Fatalf("%q can't be read", query)
		}
	}
	pieces := []string{"a", "bank*", "NOT ", "OR ", "AND ", "(", ")", `"`, "=", "x:", "code:", "-", ",", " ", "near/3(", "overlaps(", "before/2(", "?", "~", "*", "strand:(", "//", "“b c”", "😀", "coder:q", "/", ":"}
	read := 0
	for range 60000 {
		var query strings.Builder
		for range 1 + r.IntN(9) {
			query.WriteString(r.pick(pieces...))
		}
		if printsAlike(t, query.String()) {
			read++
		}
	}
	if read < 1000 {
		t.Errorf("only %d of the random queries could be read", read)
	}
}

func TestThePartsOfAQueryPutTogetherAreTheQuery(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := randomly{Rand: rand.New(rand.NewPCG(seed, 5))}
	for range 500 {
		query := r.any(3).query
		q, err := Parsed(query)
		must(err)
		var texts []string
		for _, part := range q.Parts {
			texts = append(texts, part.Text)
		}
		again, err := Parsed(strings.Join(texts, " "))
		must(err)
		expect(t, "the parts of "+query, len(again.Parts), len(q.Parts))
		for i := range again.Parts {
			expect(t, "a part of "+query, again.Parts[i], q.Parts[i])
		}
	}
	q, err := Parsed(`bank* strand:-("Mid caps", b) before/3(code:a (code:b coder:c))`)
	must(err)
	expect(t, "field", q.Parts[1].Values, []string{"Mid caps", "b"})
	expect(t, "relation", q.Parts[2].To[1].Values, []string{"c"})
}
