package main

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/selvedge/selvedge/internal/demo"
)

// text is a transcript of the sample study.
type text struct {
	name string
	data []byte
}

func sampleTexts() (out []text, err error) {
	err = demo.Transcripts(func(name string, data []byte) error {
		out = append(out, text{name, data})
		return nil
	})
	return out, err
}

// bench is one project at one size.
type bench struct {
	*server
	settings
	table    *table
	database string
	times    int
	size     string // of the project, as it is shown
	base     string
	sources  []made
	code     string
}

func measureOn(ctx context.Context, s settings, database, address string, texts []text, t *table) error {
	srv, err := startServer(ctx, s.program, address)
	if err != nil {
		return err
	}
	defer srv.stop()
	floor, err := bareInsert(s.codings / 4)
	if err != nil {
		return err
	}
	for _, times := range s.scales {
		b := &bench{server: srv, settings: s, table: t, database: database, size: fmt.Sprint(times), times: times}
		steps := []func() error{func() error { return b.importing(texts) }, func() error { return b.coding(floor) }, func() error { return b.searching(texts) }, b.exporting, b.opening, func() error { return b.surveying(ctx) }}
		if s.survey {
			steps = []func() error{func() error { return b.importing(texts) }, func() error { return b.surveying(ctx) }}
		}
		for _, step := range steps {
			if err := step(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *bench) row(what, figure, p95, floor, ratio string) {
	b.table.row(what, b.database, b.size, figure, p95, floor, ratio)
}

func (b *bench) importing(texts []text) error {
	var project, strand, code made
	if err := b.post("/api/projects", `{"name":"Bench"}`, &project); err != nil {
		return err
	}
	b.base = "/api/projects/" + project.ID
	if err := b.post(b.base+"/strands", `{"name":"Interviews"}`, &strand); err != nil {
		return err
	}
	words, began := 0, time.Now()
	for i := range b.times {
		for _, one := range texts {
			m, err := b.upload(b.base, strand.ID, fmt.Sprintf("%d %s", i, one.name), one.data)
			if err != nil {
				return err
			}
			b.sources = append(b.sources, m)
			words += m.Words
		}
	}
	took := time.Since(began)
	plain := scan(texts, b.times)
	b.row(fmt.Sprintf("import, %d words", words), fmt.Sprintf("%.0f words/s", float64(words)/took.Seconds()), "", ms(plain)+" plain scan", ratio(took, plain))
	err := b.post(b.base+"/codes", `{"name":"Bench"}`, &code)
	b.code = code.ID
	return err
}

func (b *bench) coding(floor times) error {
	at := 0
	for _, clients := range []int{1, 8, 32} {
		took, all, err := b.codeWith(clients, &at)
		if err != nil {
			return err
		}
		b.row(fmt.Sprintf("coding, %d clients: %.0f/s", clients, float64(len(all))/took.Seconds()), ms(all.at(.5)), ms(all.at(.95)), ms(floor.at(.5))+" bare insert", ratio(all.at(.5), floor.at(.5)))
	}
	return nil
}

func (b *bench) codeWith(clients int, at *int) (took time.Duration, all times, err error) {
	var mu sync.Mutex
	var work sync.WaitGroup
	first := *at
	*at += b.codings
	began := time.Now()
	for client := range clients {
		work.Go(func() {
			for i := first + client; i < first+b.codings; i += clients {
				source := b.sources[i%len(b.sources)]
				start := (i * 7) % (source.Length - 40)
				one := time.Now()
				e := b.post(b.base+"/codings", fmt.Sprintf(`{"source":%q,"start":%d,"end":%d,"code":%q}`, source.ID, start, start+20+i%17, b.code), nil)
				mu.Lock()
				all = append(all, time.Since(one))
				if e != nil {
					err = e
				}
				mu.Unlock()
			}
		})
	}
	work.Wait()
	return time.Since(began), all, err
}

// queries are one of each kind.
var queries = []struct{ kind, q string }{
	{"a word", "growth"}, {"a phrase", `"barriers to growth"`}, {"AND", "bank AND money"}, {"NOT", "growth NOT bank"}, {"prefix", "grow*"}, {"fuzzy", "barier~"}, {"nothing, all turns", ""},
}

func (b *bench) searching(texts []text) error {
	if err := b.get(b.base+"/search?limit=1", nil); err != nil { // the index catches up before it answers
		return err
	}
	plain := scan(texts, b.times)
	for _, one := range queries {
		all, err := timed(60, func(int) error { return b.get(b.base+"/search?limit=50&q="+url.QueryEscape(one.q), nil) })
		if err != nil {
			return err
		}
		b.row("search, "+one.kind, ms(all.at(.5)), ms(all.at(.95)), ms(plain)+" plain scan", ratio(all.at(.5), plain))
	}
	all, err := timed(60, func(int) error { return b.get(b.base+"/search?limit=50&q=growth&code="+b.code, nil) })
	if err != nil {
		return err
	}
	b.row("search, a word with a code", ms(all.at(.5)), ms(all.at(.95)), ms(plain)+" plain scan", ratio(all.at(.5), plain))
	return nil
}

// codedFully brings the project to 6,000 codings, and says how many there are.
func (b *bench) codedFully() (total int, err error) {
	list := struct{ Total int }{}
	if err := b.get(b.base+"/excerpts?limit=1", &list); err != nil {
		return 0, err
	}
	for at := 1_000_003; list.Total < 6000; {
		if _, _, err := b.codeWith(8, &at); err != nil {
			return 0, err
		}
		if err := b.get(b.base+"/excerpts?limit=1", &list); err != nil {
			return 0, err
		}
	}
	return list.Total, nil
}

// exporting writes all codings.
func (b *bench) exporting() error {
	total, err := b.codedFully()
	if err != nil {
		return err
	}
	var floor times
	for _, format := range []string{"csv", "html", "xlsx", "docx"} {
		all, err := timed(5, func(int) error { return b.download(b.base + "/excerpts." + format) })
		if err != nil {
			return err
		}
		if floor == nil {
			if floor, err = timed(5, func(int) error { return b.download(b.base + "/excerpts?limit=5000") }); err != nil {
				return err
			}
		}
		b.row(fmt.Sprintf("export %d excerpts, %s", total, format), ms(all.at(.5)), ms(all.at(.95)), ms(floor.at(.5))+" 5,000 as JSON", ratio(all.at(.5), floor.at(.5)))
	}
	return nil
}

func (b *bench) opening() error {
	source := b.sources[0]
	all, err := timed(40, func(int) error { return b.download(b.base + "/sources/" + source.ID + "/passages") })
	if err != nil {
		return err
	}
	text, err := timed(40, func(int) error { return b.download(b.base + "/sources/" + source.ID + "/text") })
	if err != nil {
		return err
	}
	b.row("open a source's passages", ms(all.at(.5)), ms(all.at(.95)), ms(text.at(.5))+" its bare text", ratio(all.at(.5), text.at(.5)))
	return nil
}
