package search

import (
	"fmt"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// show writes a tree with all its parentheses.
func show(n node) string {
	list := func(name string, parts []node) string {
		var out []string
		for _, p := range parts {
			out = append(out, show(p))
		}
		return name + "(" + strings.Join(out, " ") + ")"
	}
	switch n := n.(type) {
	case nil:
		return "everything"
	case allOf:
		return list("and", n.parts)
	case anyOf:
		return list("or", n.parts)
	case noneOf:
		return "not(" + show(n.part) + ")"
	case prefix:
		return n.text + "*"
	case fuzzy:
		return fmt.Sprintf("%s~%d", n.text, n.distance)
	case wildcard:
		return "wild:" + n.text
	case near:
		return list(n.text, n.parts)
	case field:
		return showField(n)
	case relation:
		return fmt.Sprintf("%s/%d(%s; %s)", n.how, n.turns, showFields(n.of), showFields(n.to))
	}
	w := n.(words)
	text := w.text
	if w.quoted {
		text = "«" + text + "»"
	}
	if w.exact {
		text = "=" + text
	}
	return text
}

func showFields(list []field) (out string) {
	for _, f := range list {
		out += showField(f)
	}
	return out
}

func showField(n field) string {
	sign, values := "=", []string{}
	if n.less {
		sign = "≠"
	}
	for _, v := range n.values {
		if v.Quoted {
			v.Text = "«" + v.Text + "»"
		}
		values = append(values, v.Text)
	}
	return "[" + n.name + sign + strings.Join(values, "|") + "]"
}

func TestQueriesAreReadAsTheGrammarSays(t *testing.T) {
	for query, want := range map[string]string{
		"":                               "everything",
		" \t\n":                          "everything",
		"growth":                         "growth",
		"barriers growth":                "and(barriers growth)",
		"barriers AND growth":            "and(barriers growth)",
		"a OR b c":                       "or(a and(b c))",
		"(a OR b) c":                     "and(or(a b) c)",
		"NOT a b":                        "and(not(a) b)",
		"NOT NOT a":                      "not(not(a))",
		"a NOT b OR c":                   "or(and(a not(b)) c)",
		"a and b":                        "and(a and b)",
		"ANDREW ORAL NOTE":               "and(ANDREW ORAL NOTE)",
		`"barriers to growth"`:           "«barriers to growth»",
		"“barriers to growth”":           "«barriers to growth»",
		`say "a b"c`:                     "and(say «a b» c)",
		"=Growth":                        "=Growth",
		`="barriers to growth"`:          "=«barriers to growth»",
		"=AND":                           "=AND",
		"a=b":                            "a=b",
		"grow*":                          "grow*",
		"self-emp*":                      "self-emp*",
		"barier~":                        "barier~1",
		"barier~1":                       "barier~1",
		"barier~2":                       "barier~2",
		"don’t":                          "don’t",
		"((a))":                          "a",
		"(NOT (a OR b)) AND (c OR (d))":  "and(not(or(a b)) or(c d))",
		"growth\u00a0aspiration":         "and(growth aspiration)",
		"e-business (ICT OR innovation)": "and(e-business or(ICT innovation))",
		"What is growth?":                "and(What is growth)",
		"wom?n":                          "wild:wom?n",
		"*growth and gr*wth*":            "and(wild:*growth and wild:gr*wth*)",
		"near/5(bank* loan)":             "near/5(bank* loan)",
		`then/12("a b" (c OR =d) fee~)`:  "then/12(«a b» or(c =d) fee~1)",
		"nearly near then":               "and(nearly near then)",
		"speaker:jo":                     "[speaker=jo]",
		"speaker:-moderator grow":        "and([speaker≠moderator] grow)",
		`code:"Access to finance"`:       "[code=«Access to finance»]",
		"strand:(mid-caps, drop outs )":  "[strand=mid-caps|drop outs]",
		`strand:-( "a, b",c)x`:           "and([strand≠«a, b»|c] x)",
		"employees:50..249":              "[employees=50..249]",
		`"Years trading":>=10 OR x`:      "or([Years trading=>=10] x)",
		"NOT (code:a coder:b)":           "not(and([code=a] [coder=b]))",
		"at 10:30 http://a.example/b":    "and(at 10:30 http://a.example/b)",
		"He said: no":                    "and(He said: no)",
		"=code:a":                        "=code:a",
		"overlaps(code:a code:b) x":      "and(overlaps/1([code=a]; [code=b]) x)",
		`before/3((code:a coder:b) code:("c d",e))`: "before/3([code=a][coder=b]; [code=«c d»|e])",
		"within outside (samesource)":               "and(within outside samesource)",
	} {
		n, err := parse(query)
		if err != nil {
			t.Errorf("%q: %v", query, err)
			continue
		}
		if got := show(n); got != want {
			t.Errorf("%q is read as %s, want %s", query, got, want)
		}
	}
}

func TestAQueryThatCantBeReadNamesThePlace(t *testing.T) {
	for query, want := range map[string]string{
		"growth AND":                    "At character 11: expected a word after AND, but the query ends here.",
		"AND growth":                    "At character 1: expected a word, not AND.",
		"growth OR OR skills":           "At character 11: expected a word after OR, not OR.",
		"NOT":                           "At character 4: expected a word after NOT, but the query ends here.",
		"(growth":                       "At character 1: this “(” is never closed.",
		"skills (a OR (b c)":            "At character 8: this “(” is never closed.",
		"growth)":                       "At character 7: this “)” closes nothing.",
		"()":                            "At character 2: expected a word after “(”, not “)”.",
		`growth "barriers to`:           "At character 8: this quotation mark is never closed.",
		`a ""`:                          "At character 3: there is no word between the quotation marks.",
		"ab*":                           "At character 1: give at least 3 letters before “*”.",
		"x *":                           "At character 3: give at least 3 letters before “*”.",
		"g*h":                           "At character 1: give at least 3 letters with “*” and “?”.",
		"self-e?ployed":                 "At character 1: “*” and “?” stand in a single word; search for the parts of this one.",
		"=gr*wth":                       "At character 1: “=” asks for the word as it stands; it can't go with “*” and “?”.",
		"gr?wth~":                       "At character 1: “~” can't go with “*” and “?”.",
		"a near/5":                      "At character 9: expected “(” right after near/5, and in it the words that are near each other.",
		"near/(a b)":                    "At character 1: after “near/” comes a number of words, 1 to 100.",
		"then/101(a b)":                 "At character 1: after “then/” comes a number of words, 1 to 100.",
		"near/3(a)":                     "At character 1: near/3 takes 2 to 5 words or phrases in its parentheses.",
		"near/3(a b c d e f)":           "At character 1: near/3 takes 2 to 5 words or phrases in its parentheses.",
		"near/3(a AND b)":               "At character 10: in near/3 stand words and phrases; put what may stand for each other in parentheses: (bank OR lender).",
		"near/3(a (b c))":               "At character 10: in near/3 stand words, phrases, and words with OR between them.",
		"near/3(a code:b)":              "At character 10: in near/3 stand words, phrases, and words with OR between them.",
		"near/3(a b":                    "At character 7: this “(” is never closed.",
		"near/3(a &)":                   "At character 10: in near/3 stand words, phrases, and words with OR between them.",
		"within(code:a b)":              "At character 15: in within stand two codings, such as code:finance, or (code:finance coder:amira).",
		"within(code:a":                 "At character 7: this “(” is never closed.",
		"within(code:a ())":             "At character 15: in within stand two codings, such as code:finance, or (code:finance coder:amira).",
		"within(code:a coder:b code:c)": "At character 23: expected “)” after the two codings of within.",
		"within(code:-a code:b)":        "At character 8: in within stand two codings, such as code:finance, or (code:finance coder:amira).",
		"within/3(code:a code:b)":       "At character 1: “within” takes no number; before and after do.",
		"after/101(code:a code:b)":      "At character 1: after “after/” comes a number of turns, 0 to 100.",
		"code:)":                        "At character 6: expected a value right after “code:”.",
		"code:()":                       "At character 7: expected a value of “code”, not “)”.",
		"code:(a,,b)":                   "At character 9: expected a value of “code”, not “,”.",
		"x code:(a, b":                  "At character 8: this “(” is never closed.",
		`code:("a" b)`:                  "At character 11: expected “,” or “)” after a value of “code”.",
		`code:"a`:                       "At character 6: this quotation mark is never closed.",
		"ab~":                           "At character 1: give at least 3 letters before “~”.",
		"growth~3":                      "At character 1: after “~” comes 1 or 2, the number of letters that may differ.",
		"=growth*":                      "At character 1: “=” asks for the word as it stands; it can't go with “*”.",
		"= growth":                      "At character 1: expected a word or a phrase right after “=”.",
		"😀 é (":                         "At character 6: expected a word after “(”, but the query ends here.",
	} {
		_, err := parse(query)
		if study.KindOf(err) != study.Invalid || err.Error() != want {
			t.Errorf("%q: got %v, want %s", query, err, want)
			continue
		}
		if known := err.(*study.Error); known.Fields["q"] != want {
			t.Errorf("%q: the field q says %q", query, known.Fields["q"])
		}
	}
}

func TestAQueryHasLimitsOfLengthAndDepth(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("é", maxQuery+1),
		strings.Repeat("(", maxDepth+1) + "a" + strings.Repeat(")", maxDepth+1),
		strings.Repeat("NOT ", maxDepth+1) + "a",
	} {
		if _, err := parse(query); study.KindOf(err) != study.Invalid {
			t.Errorf("%.20q… is taken: %v", query, err)
		}
	}
	if _, err := parse(strings.Repeat("(", maxDepth) + "a" + strings.Repeat(")", maxDepth)); err != nil {
		t.Errorf("%d levels are refused: %v", maxDepth, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`(a OR "b c") NOT =d e* f~2 wo?k near/5(a "b c") "d e":-(f, "g") before/2((code:h coder:i) code:j)`)
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := parse(query); err != nil && study.KindOf(err) != study.Invalid {
			t.Fatalf("%q: %v", query, err)
		}
	})
}
