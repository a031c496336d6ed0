// Command bench measures Selvedge over HTTP on the sample study times 1, 10 and 50, and
// prints each figure beside its floor of the same run. It asserts nothing: times belong to
// the machine, ratios to the program.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
)

type settings struct {
	program  string
	postgres string
	scales   []int
	codings  int
	compare  string
	reading  bool
	survey   bool
	report   bool
	archive  bool
	quality  string
	search   bool
	words    []float64 // millions
}

func main() {
	var s settings
	var scales, words string
	flag.StringVar(&s.program, "program", "bin/selvedge", "the binary to measure")
	flag.StringVar(&s.postgres, "postgres", os.Getenv("SELVEDGE_TEST_POSTGRES"), "address of an empty PostgreSQL; without it only SQLite is measured")
	flag.StringVar(&scales, "times", "1,10,50", "sizes, in sample studies")
	flag.IntVar(&s.codings, "codings", 1200, "codings for each number of clients")
	flag.StringVar(&s.compare, "compare", "", "only compare the words read from the files below a folder with what pandoc, LibreOffice and pdftotext read")
	flag.BoolVar(&s.reading, "reading", false, "only measure how fast files become text")
	flag.BoolVar(&s.survey, "survey", false, "only measure the survey: its import, its analyses and the grid of open answers")
	flag.BoolVar(&s.report, "report", false, "only measure reports: a large one in every format")
	flag.BoolVar(&s.archive, "archive", false, "only measure an archive of 1 GB and a .qdpx, written and read; takes 5 GB of disk")
	flag.BoolVar(&s.search, "search", false, "only measure search and cross-reference in generated projects")
	flag.StringVar(&words, "words", "0.5,5,25", "sizes of generated projects, in million words; none are made without")
	flag.StringVar(&s.quality, "quality", "", "only measure how well the search ranks, on the judged collection below a folder")
	flag.Parse()
	for _, n := range strings.Split(scales, ",") {
		times, err := strconv.Atoi(n)
		if err != nil {
			fmt.Fprintln(os.Stderr, "bench: -times takes whole numbers:", n)
			os.Exit(2)
		}
		s.scales = append(s.scales, times)
	}
	for n := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == ',' }) {
		million, err := strconv.ParseFloat(n, 64)
		if err != nil || million <= 0 {
			fmt.Fprintln(os.Stderr, "bench: -words takes millions of words:", n)
			os.Exit(2)
		}
		s.words = append(s.words, million)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	run := measure
	if s.compare != "" {
		run = func(ctx context.Context, s settings) error { return compare(ctx, s.compare) }
	}
	if s.quality != "" {
		run = func(ctx context.Context, s settings) error { return quality(ctx, s.quality, os.Stdout) }
	}
	if err := run(ctx, s); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, s settings) error {
	fmt.Printf("Machine: %s\n\n", machine())
	if s.search {
		t := newTable()
		defer t.print(os.Stdout)
		return searchingCorpus(ctx, s, t)
	}
	if s.archive || s.report {
		t := newTable()
		defer t.print(os.Stdout)
		if s.archive {
			return archiving(ctx, s, t)
		}
		return reports(ctx, s, t)
	}
	texts, err := sampleTexts()
	if err != nil {
		return err
	}
	t := newTable()
	if !s.survey {
		if err := reading(ctx, texts, t); err != nil {
			return err
		}
	}
	if s.reading {
		t.print(os.Stdout)
		return nil
	}
	if err := onDatabases(s, func(database, address string) error { return measureOn(ctx, s, database, address, texts, t) }); err != nil {
		return err
	}
	if !s.survey {
		if err := inBrowser(ctx, t); err != nil {
			return err
		}
		if err := searchingCorpus(ctx, s, t); err != nil {
			return err
		}
		if err := reports(ctx, s, t); err != nil {
			return err
		}
	}
	t.print(os.Stdout)
	return nil
}

// onDatabases measures on each database that there is.
func onDatabases(s settings, do func(database, address string) error) error {
	if err := do("SQLite", ""); err != nil {
		return fmt.Errorf("SQLite: %w", err)
	}
	if s.postgres == "" {
		fmt.Println("PostgreSQL is not measured: give -postgres or SELVEDGE_TEST_POSTGRES.")
		return nil
	}
	if err := do("PostgreSQL", s.postgres); err != nil {
		return fmt.Errorf("PostgreSQL: %w", err)
	}
	return nil
}

// machine names what the figures were measured on.
func machine() string {
	model := "unknown processor"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.SplitSeq(string(info), "\n") {
			if name, found := strings.CutPrefix(line, "model name"); found {
				model = strings.Trim(name, " \t:")
				break
			}
		}
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}
