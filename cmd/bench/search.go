package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/search/floor"
)

// rounds is how often each query and each table is asked for.
const (
	rounds      = 40
	tableRounds = 10
	freshRounds = 40
)

// searchingCorpus measures search and cross-reference in generated projects of some million words.
func searchingCorpus(ctx context.Context, s settings, t *table) error {
	words := newCorpus()
	for _, million := range s.words {
		if err := searchingIn(ctx, s, t, words, million); err != nil {
			return fmt.Errorf("%g million words: %w", million, err)
		}
	}
	return nil
}

func searchingIn(ctx context.Context, s settings, t *table, words *corpus, million float64) error {
	interviews := max(1, int(million*1e6)/(turnsEach*wordsEach))
	plain, took, err := words.plain(interviews) // first, while there is no server that works beside it
	if err != nil {
		return err
	}
	defer plain.Close()
	srv, err := startServer(ctx, s.program, "")
	if err != nil {
		return err
	}
	defer srv.stop()
	b := &bench{server: srv, settings: s, table: t, database: "SQLite", size: fmt.Sprintf("%g M words", million)}
	made, err := b.seed(ctx, words, interviews)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return b.following(interviews, took) },
		func() error { return b.building(ctx, interviews, took) },
		func() error { return b.asking(made, plain) },
		func() error { return b.inLines(plain) },
		func() error { return b.crossing() },
		func() error { return b.freshness(made, words) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// plain builds Bleve's plainest index of the same interviews, making them left out.
func (c *corpus) plain(interviews int) (x *floor.Index, took time.Duration, err error) {
	turns := make([][]string, interviews)
	for i := range turns {
		turns[i] = c.interview(i)
	}
	began := time.Now()
	x, err = floor.Build(func(yield func(name, text string) bool) {
		for i, interview := range turns {
			for k, turn := range interview {
				if !yield(fmt.Sprintf("%d/%d", i, k), turn) {
					return
				}
			}
		}
	})
	return x, time.Since(began), err
}

// following waits for the index of what was written while it was there already.
func (b *bench) following(interviews int, plain time.Duration) error {
	return b.indexed("written, until it is found", interviews, plain)
}

// building has the index deleted while no server runs, and waits for the one that is built in its place.
func (b *bench) building(ctx context.Context, interviews int, plain time.Duration) error {
	b.end()
	if err := os.RemoveAll(filepath.Join(b.folder, "index")); err != nil {
		return err
	}
	if err := b.start(ctx); err != nil {
		return err
	}
	return b.indexed("index built", interviews, plain)
}

// indexed waits until all turns are found, and says how many that are in a second. The plainest index
// has the words once, as stems, and nothing to narrow by: this one has them as they stand too.
func (b *bench) indexed(what string, interviews int, plain time.Duration) error {
	began := time.Now()
	for found := (struct{ Total int }{}); found.Total < interviews*turnsEach; {
		err := b.get(b.base+"/search?limit=1", &found)
		if err != nil && !strings.Contains(err.Error(), " 429 ") || time.Since(began) > time.Hour {
			return fmt.Errorf("the index comes to %d turns: %w", found.Total, err)
		}
	}
	took := time.Since(began)
	b.row(fmt.Sprintf("%s, %.0f turns/s", what, float64(interviews*turnsEach)/took.Seconds()), ms(took), "", ms(plain)+" Bleve's plainest", ratio(took, plain))
	return nil
}

// kindsOfQuery are one of each kind, with what comes nearest to it among the questions that Bleve
// answers by itself.
var kindsOfQuery = []struct {
	kind, q string
	floor   floor.Query
}{
	{"a word", "growth", floor.Word("growth")},
	{"a common word", "to", floor.Word("thing")}, // which is as common, and not left out by Bleve
	{"a phrase", `"barriers to growth"`, floor.Phrase("barriers to growth")},
	{"boolean", "growth (barriers OR loan) NOT bank", floor.Every(floor.Word("growth"), floor.Any(floor.Word("barrier"), floor.Word("loan")))},
	{"prefix", "grow*", floor.Prefix("grow")},
	{"wildcard", "b?rr*rs", floor.Wildcard("b?rr*r")},
	{"fuzzy", "barrier~", floor.Fuzzy("barrier")},
	{"near", "near/5(growth barriers)", floor.Every(floor.Word("growth"), floor.Word("barrier"))},
	{"then", "then/5(bank loan)", floor.Every(floor.Word("bank"), floor.Word("loan"))},
	{"fields", `growth strand:"Strand 2" speaker:-interviewer code:"Code 7"`, floor.Word("growth")},
	{"a variable of cases", `growth sector:"Sector 3"`, floor.Word("growth")},
	{"overlaps", `overlaps(code:"Code 7" code:"Code 9")`, nil},
	{"before/3", `before/3(code:"Code 7" code:"Code 9")`, nil},
	{"samesource", `samesource(code:"Code 7" code:"Code 9")`, nil},
	{"nothing, all turns", "", nil},
}

// asking asks each kind of query, by itself and narrowed to a strand and six codes.
func (b *bench) asking(s *seeding, plain *floor.Index) error {
	filters := url.Values{"strand": {string(s.strands[1])}}
	for _, code := range s.codes[:6] {
		filters.Add("code", string(code))
	}
	for _, one := range kindsOfQuery {
		bare, says, err := askingBleve(plain, one.floor)
		if err != nil {
			return fmt.Errorf("%s: %w", one.q, err)
		}
		for _, narrowed := range []struct{ says, with string }{{"", ""}, {", with filters", "&" + filters.Encode()}} {
			all, err := timed(rounds, func(int) error {
				return b.get(b.base+"/search?limit=50&part=common&q="+url.QueryEscape(one.q)+narrowed.with, nil)
			})
			if err != nil {
				return fmt.Errorf("%s: %w", one.q, err)
			}
			b.row("search, "+one.kind+narrowed.says, ms(all.at(.5)), ms(all.at(.95)), says, ratio(all.at(.5), bare))
		}
	}
	return nil
}

// inLines asks for the first page of a concordance, which makes all its lines, and for a further one.
func (b *bench) inLines(plain *floor.Index) error {
	bare, says, err := askingBleve(plain, floor.Word("growth"))
	if err != nil {
		return err
	}
	var page struct{ Next string }
	ask := b.base + "/search/concordance?q=growth&sort=right1"
	for _, one := range []string{"first", "a further"} {
		with := ask
		if page.Next != "" {
			with += "&cursor=" + url.QueryEscape(page.Next)
		}
		all, err := timed(tableRounds, func(int) error { return b.get(with, &page) })
		if err != nil {
			return err
		}
		b.row("concordance, "+one+" page", ms(all.at(.5)), ms(all.at(.95)), says, ratio(all.at(.5), bare))
	}
	return nil
}

// askingBleve is what Bleve takes for the first 50 by relevance, without numbers, words or marks.
func askingBleve(plain *floor.Index, q floor.Query) (bare time.Duration, says string, err error) {
	if q == nil {
		return 0, "", nil
	}
	all, err := timed(rounds, func(int) error {
		_, err := plain.Find(q)
		return err
	})
	return all.at(.5), ms(all.at(.5)) + " Bleve's plainest", err
}

// tables are one of each kind: 60 codes by what there is.
var tables = []struct{ kind, ask string }{
	{"codes by strands", "rows=codes&columns=strands"},
	{"codes by codes, overlap", "rows=codes&columns=codes&together=overlap"},
	{"codes by codes, same turn", "rows=codes&columns=codes&together=turn"},
	{"codes by codes, near 3 turns", "rows=codes&columns=codes&together=near&turns=3"},
	{"codes by codes, same source", "rows=codes&columns=codes&together=source"},
	{"codes by a variable", "rows=codes&columns=variable:Sector"},
	{"codes by strands, cases", "rows=codes&columns=strands&count=cases"},
	{"codes by strands, words", "rows=codes&columns=strands&count=words"},
	{"codes by speakers", "rows=codes&columns=speakers&moderators=true"},
}

// crossing asks for each kind of table. The first reads who says what in all sources; the floor is
// the smallest table, of one code by one strand.
func (b *bench) crossing() error {
	began := time.Now()
	if err := b.get(b.base+"/tables?"+tables[0].ask, nil); err != nil {
		return err
	}
	first := time.Since(began)
	floor, err := timed(tableRounds, func(int) error { return b.get(b.base+"/strands", nil) })
	if err != nil {
		return err
	}
	b.row("table, the first since the server began", ms(first), "", ms(floor.at(.5))+" the strands", ratio(first, floor.at(.5)))
	for _, one := range tables {
		all, err := timed(tableRounds, func(int) error { return b.get(b.base+"/tables?"+one.ask, nil) })
		if err != nil {
			return fmt.Errorf("%s: %w", one.kind, err)
		}
		b.row("table, "+one.kind, ms(all.at(.5)), ms(all.at(.95)), ms(floor.at(.5))+" the strands", ratio(all.at(.5), floor.at(.5)))
	}
	return nil
}

// freshness measures from a coding's answer until a search has it, while another client imports
// interviews one after the other.
func (b *bench) freshness(s *seeding, words *corpus) error {
	importing, stop := context.WithCancel(context.Background())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- b.keepImporting(importing, s, words) }()
	var code, first made
	if err := b.post(b.base+"/codes", `{"name":"Fresh"}`, &code); err != nil {
		return err
	}
	first, err := b.upload(b.base, string(s.strands[0]), "fresh.txt", words.transcript(1_000_000))
	if err != nil {
		return err
	}
	coded := 0
	var posted times
	found, err := timed(freshRounds, func(i int) error {
		began := time.Now()
		if err := b.post(b.base+"/codings", fmt.Sprintf(`{"source":%q,"start":%d,"end":%d,"code":%q}`, first.ID, i*800, i*800+20, code.ID), nil); err != nil {
			return err
		}
		posted = append(posted, time.Since(began))
		coded++
		return b.until(coded, "/search?limit=1&code="+code.ID)
	})
	stop()
	if err := <-ended; err != nil {
		return err
	}
	if err != nil {
		return err
	}
	b.row("a coding until it is found, while importing", ms(found.at(.5)), ms(found.at(.95)), ms(posted.at(.5))+" the coding", ratio(found.at(.5), posted.at(.5)))
	return nil
}

// until asks again until there are so many turns.
func (b *bench) until(turns int, ask string) error {
	last := -1
	for began := time.Now(); time.Since(began) < time.Minute; {
		var found struct{ Total int }
		if err := b.get(b.base+ask, &found); err != nil {
			return err
		}
		if last = found.Total; last >= turns {
			return nil
		}
	}
	return fmt.Errorf("%s comes to %d turns, not %d", ask, last, turns)
}

func (b *bench) keepImporting(ctx context.Context, s *seeding, words *corpus) error {
	for number := 2_000_000; ctx.Err() == nil; number++ {
		if _, err := b.upload(b.base, string(s.strands[1]), fmt.Sprintf("more %d.txt", number), words.transcript(number)); err != nil {
			return err
		}
	}
	return nil
}
