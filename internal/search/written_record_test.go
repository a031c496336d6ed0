package search

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// anyRecord is a record with what is hard to write.
func anyRecord(dice *rand.Rand) record {
	words := func() (out string) {
		for range dice.IntN(6) {
			out += []string{"word", "größer 😀", "<b>&amp;", `"`, `\`, "\n", "\u2028", "\x00", " ", "}", `","text":"`}[dice.IntN(11)]
		}
		return out
	}
	r := record{Strand: study.ID(words()), Language: words(), Speaker: words(), Start: dice.IntN(3) * dice.IntN(1_000_000), Text: words()}
	for range dice.IntN(4) {
		r.Codings = append(r.Codings, pair{study.ID(words()), study.ID(words())})
	}
	return r
}

func TestARecordThatIsDamagedAnywhereIsReadToAnEnd(t *testing.T) {
	raw := record{Strand: "s", Language: "en", Speaker: "Ann", Start: 12, Text: "Said \"so\"", Codings: []pair{{"a", "b"}, {"c", "d"}, {"e", "f"}}}.stored()
	for at := range len(raw) {
		for _, bad := range []string{raw[:at], raw[:at] + "\x00" + raw[at+1:], raw[:at] + raw[at+1:], raw[:at] + "," + raw[at:], raw[:at] + `"` + raw[at+1:]} {
			var want record
			failed := json.Unmarshal([]byte(bad), &want)
			if got, err := readRecord(bad); (err == nil) != (failed == nil) || err == nil && !reflect.DeepEqual(got, want) {
				t.Errorf("%s is read as %+v, %v and not as %+v, %v", bad, got, err, want, failed)
			}
		}
	}
}

func TestARecordIsReadAsAnyJSONIs(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 5))
	for range 5000 {
		r := anyRecord(dice)
		raw, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if got, quick := readWritten(string(raw)); !quick || !reflect.DeepEqual(got, r) {
			t.Fatalf("%s is read as %+v, %v", raw, got, quick)
		}
		raw[dice.IntN(len(raw))] ^= 1 << dice.IntN(8)
		raw = raw[:len(raw)-dice.IntN(2)*dice.IntN(len(raw))]
		var want record
		failed := json.Unmarshal(raw, &want)
		got, err := readRecord(string(raw))
		if (failed == nil) != (err == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("the damaged %q is read as %+v, %v and not as %+v, %v", raw, got, err, want, failed)
		}
	}
}
