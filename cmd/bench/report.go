package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
)

// reportedInterviews are how many the projects have that reports are measured in: with 6,000 codings
// and with 24,000.
var reportedInterviews = []int{60, 240}

// reports writes all codings of a project in every format, beside the least that their words can be
// written with.
func reports(ctx context.Context, s settings, t *table) error {
	words := newCorpus()
	return onDatabases(s, func(database, address string) error {
		srv, err := startServer(ctx, s.program, address)
		if err != nil {
			return err
		}
		defer srv.stop()
		for _, interviews := range reportedInterviews {
			b := &bench{server: srv, settings: s, table: t, database: database, size: fmt.Sprintf("%d interviews", interviews)}
			if _, err := b.seed(ctx, words, interviews); err != nil {
				return err
			}
			if err := b.reporting(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// addReport gives the address of a new report.
func (b *bench) addReport(parts string) (string, error) {
	var report made
	err := b.post(b.base+"/reports", `{"name":"Bench","parts":[`+parts+`]}`, &report)
	return b.base + "/reports/" + report.ID + "/", err
}

func (b *bench) reporting(ctx context.Context) error {
	empty, err := b.addReport(`{"kind":"title"}`)
	if err != nil {
		return err
	}
	report, err := b.addReport(`{"kind":"title"},{"kind":"contents"},{"kind":"excerpts","heading":"All","withCounts":true},{"kind":"sources","withCounts":true},{"kind":"codebook","withCounts":true}`)
	if err != nil {
		return err
	}
	rows, err := b.rowsOf(report + "pages.csv")
	if err != nil {
		return err
	}
	for _, one := range []struct {
		file, query, name string
		floor             func([][]string) error
	}{
		{b.base + "/excerpts.docx", "", "zip of its rows", bareZip}, {b.base + "/excerpts.csv", "", "its rows", bareCSV}, {b.base + "/excerpts.xlsx", "", "zip of its rows", bareZip},
		{report + "pages.docx", "", "zip of its rows", bareZip}, {report + "pages.pdf", "", "zip of its rows", bareZip}, {report + "pages.csv", "", "its rows", bareCSV}, {report + "pages.xlsx", "", "zip of its rows", bareZip},
		{report + "pages.html", "", "its rows", bareCSV}, {report + "pages.md", "", "its rows", bareCSV}, {report + "matrix.csv", "?by=passage", "its rows", bareCSV}, {report + "pages", "", "its rows", bareCSV},
	} {
		grown, err := b.grown(ctx, empty+"pages", one.file+one.query)
		if err != nil {
			return err
		}
		what := fmt.Sprintf("%d codings as %s (memory +%d MB)", len(rows)-1, path.Base(one.file), grown/1024)
		if err := b.reportFile(one.file+one.query, what, one.name, func() error { return one.floor(rows) }); err != nil {
			return err
		}
	}
	return nil
}

// grown is how much more a fresh server comes to hold when it writes a file, in kB, once it has what
// any report needs: the texts of all sources, which are kept up to a number of bytes, among it.
func (b *bench) grown(ctx context.Context, empty, path string) (int, error) {
	if err := b.again(ctx); err != nil {
		return 0, err
	}
	if err := b.get(b.base+"/excerpts?limit=1&q=nowhere", nil); err != nil {
		return 0, err
	}
	if err := b.download(empty); err != nil {
		return 0, err
	}
	before, err := b.memory(true)
	if err != nil {
		return 0, err
	}
	if err := b.download(path); err != nil {
		return 0, err
	}
	peak, err := b.memory(false)
	return peak - before, err
}

func (b *bench) reportFile(path, what, floorName string, floor func() error) error {
	all, err := timed(9, func(int) error { return b.download(path) })
	if err != nil {
		return err
	}
	least, err := timed(9, func(int) error { return floor() })
	if err != nil {
		return err
	}
	b.row(what, ms(all.at(.5)), ms(all.at(.95)), ms(least.at(.5))+" "+floorName, ratio(all.at(.5), least.at(.5)))
	return nil
}

// rowsOf reads a CSV back.
func (b *bench) rowsOf(path string) ([][]string, error) {
	answer, err := b.http.Get(b.url + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return csv.NewReader(answer.Body).ReadAll()
}

func bareCSV(rows [][]string) error { return csv.NewWriter(io.Discard).WriteAll(rows) }

func bareZip(rows [][]string) error {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("rows.csv")
	if err == nil {
		err = csv.NewWriter(w).WriteAll(rows)
	}
	if err == nil {
		err = z.Close()
	}
	return err
}

// memory is the most that the server has held since it was last asked afresh, in kB; afresh it is
// what it holds now. Where the system doesn't tell, it is 0.
func (b *bench) memory(afresh bool) (int, error) {
	process := fmt.Sprintf("/proc/%d/", b.cmd.Process.Pid)
	if afresh {
		if err := b.get(b.base+"/search?limit=1", nil); err != nil { // the index catches up before it answers
			return 0, err
		}
		if err := os.WriteFile(process+"clear_refs", []byte("5"), 0); err != nil {
			return 0, nil
		}
	}
	status, err := os.ReadFile(process + "status")
	if err != nil {
		return 0, nil
	}
	for line := range strings.SplitSeq(string(status), "\n") {
		if kB, is := strings.CutPrefix(line, "VmHWM:"); is {
			return strconv.Atoi(strings.Fields(kB)[0])
		}
	}
	return 0, nil
}
