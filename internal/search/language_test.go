package search

import (
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

func TestEachSourceIsStemmedInItsOwnLanguage(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", said{"", "Their houses grew."})
	d.add(dropouts, "de-DE", said{"", "Die Häuser und die Firmen."})
	d.add(dropouts, "pl", said{"", "Firmy rosną."})
	d.add(dropouts, "cy", said{"", "Busnesau Cymru."})
	d.add(dropouts, "en", said{"", "Nobody wins alone."})
	d.add(dropouts, "cy", said{"", "Wins yw hwn."})
	x := d.open(t.TempDir())
	for query, want := range map[string]int{
		"win": 1, "wins": 2, "=wins": 2, "=win": 0, `"win alone"`: 1, "near/2(win yw)": 0, "near/2(wins yw)": 1, "win*": 2, "wims~": 2,
		"house": 1, "haus": 1, "firma": 1, "busnesau": 1, "busnes": 0, "die häuser": 1, `"und die firmen"`: 1, "busnes*": 1,
	} {
		expect(t, query, find(t, x, d, study.SearchQuery{Text: query}).Total, want)
	}
}

func TestAWordIsFoundHoweverItsLettersAreWritten(t *testing.T) {
	d := newDatabase(t)
	d.add(dropouts, "en", said{"", "From İSTANBUL to ΟΔΟΣ, a CAFÉ’S owner and the naïve."})
	x := d.open(t.TempDir())
	for _, query := range []string{"istanbul", "İstanbul", "=istanbul", "istan*", "οδος", "ΟΔΟΣ", "=οδοσ", "cafe", "café", `"cafés owner"`, `="café's owner"`, "naive", "=naïve", "NAÏ*", "na?ve"} {
		expect(t, query, find(t, x, d, study.SearchQuery{Text: query}).Total, 1)
	}
}
