package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
)

// reporting brings the project to 6,000 codings and writes a report of all of them, beside the least
// that its words can be written with.
func (b *bench) reporting() error {
	total, err := b.codedFully()
	if err != nil {
		return err
	}
	var report made
	parts := `[{"kind":"title"},{"kind":"contents"},{"kind":"excerpts","heading":"All","withCounts":true},{"kind":"sources","withCounts":true},{"kind":"codebook","withCounts":true}]`
	if err := b.post(b.base+"/reports", `{"name":"Bench","parts":`+parts+`}`, &report); err != nil {
		return err
	}
	base := b.base + "/reports/" + report.ID + "/"
	rows, err := b.rowsOf(base + "pages.csv")
	if err != nil {
		return err
	}
	for _, one := range []struct {
		file, name string
		floor      func([][]string) error
	}{
		{"pages.docx", "zip of its rows", bareZip}, {"pages.pdf", "zip of its rows", bareZip}, {"pages.csv", "its rows", bareCSV}, {"pages.xlsx", "zip of its rows", bareZip}, {"pages.html", "its rows", bareCSV}, {"pages.md", "its rows", bareCSV},
		{"matrix.csv?by=passage", "its rows", bareCSV}, {"pages", "its rows", bareCSV},
	} {
		if err := b.reportFile(total, base+one.file, one.file, one.name, func() error { return one.floor(rows) }); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) reportFile(total int, path, file, floorName string, floor func() error) error {
	before, err := b.memory(true)
	if err != nil {
		return err
	}
	all, err := timed(9, func(int) error { return b.download(path) })
	if err != nil {
		return err
	}
	peak, err := b.memory(false)
	if err != nil {
		return err
	}
	least, err := timed(9, func(int) error { return floor() })
	if err != nil {
		return err
	}
	what := fmt.Sprintf("report of %d codings, %s (memory %+d MB)", total, file, (peak-before)/1024)
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
