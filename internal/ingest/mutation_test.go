package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

// mutations are ways in which files come to harm.
var mutations = map[string]func(dice *rand.Rand, data []byte) []byte{
	"cut off":        func(dice *rand.Rand, data []byte) []byte { return data[:dice.IntN(len(data))] },
	"beginning gone": func(dice *rand.Rand, data []byte) []byte { return data[dice.IntN(len(data)):] },
	"bits flipped": func(dice *rand.Rand, data []byte) []byte {
		for range 1 + dice.IntN(20) {
			data[dice.IntN(len(data))] ^= 1 << dice.IntN(8)
		}
		return data
	},
	"blocks swapped": func(dice *rand.Rand, data []byte) []byte {
		one, other := block4k(dice, data), block4k(dice, data)
		n := min(len(one), len(other))
		kept := bytes.Clone(one[:n])
		copy(one, other[:n])
		copy(other, kept)
		return data
	},
	"a block of zeros": func(dice *rand.Rand, data []byte) []byte { clear(block4k(dice, data)); return data },
	"a block again and again": func(dice *rand.Rand, data []byte) []byte {
		return append(data, bytes.Repeat(block4k(dice, data), 50)...)
	},
}

// block4k is a stretch of data of at most 4 KiB.
func block4k(dice *rand.Rand, data []byte) []byte {
	at := dice.IntN(len(data))
	return data[at:min(len(data), at+1+dice.IntN(4096))]
}

// inside harms one part of a zipped document and packs it anew, so that its checksum is
// right and a reader sees it.
func inside(dice *rand.Rand, data []byte, harm func(*rand.Rand, []byte) []byte) []byte {
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(from.File) == 0 || len(from.File) > 200 {
		return nil
	}
	victim := dice.IntN(len(from.File))
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for i, f := range from.File {
		body, err := f.Open()
		if err != nil {
			return nil
		}
		part, err := io.ReadAll(io.LimitReader(body, 1<<20))
		w, created := to.Create(f.Name)
		if body.Close(); err != nil || created != nil {
			return nil
		}
		if i == victim && len(part) > 0 {
			part = harm(dice, part)
		}
		_, _ = w.Write(part) // to memory
	}
	if to.Close() != nil {
		return nil
	}
	return out.Bytes()
}

// withstands reads a file in every state of harm: there is a sound document or a sentence,
// in time, and without more memory than a file may take.
func withstands(t *testing.T, name string, data []byte, dice *rand.Rand) (reads int) {
	for _, what := range slices.Sorted(maps.Keys(mutations)) { // in order, as the dice fall
		harm := mutations[what]
		states := [][]byte{harm(dice, bytes.Clone(data)), nil}
		if isZip(data) {
			states[1] = inside(dice, data, harm)
		}
		for _, state := range states {
			if len(state) == 0 {
				continue
			}
			reads++
			ctx, cancel := context.WithTimeout(t.Context(), maxTime)
			began := time.Now()
			docs, err := ReadAll(ctx, filepath.Base(name), state, Options{Password: "open sesame"})
			cancel()
			if err != nil {
				checkRefusal(t, name+", "+what, err)
			}
			for _, doc := range docs {
				sound(t, doc)
			}
			if took := time.Since(began); took > maxTime/2 {
				t.Errorf("%s, %s: %v", name, what, took)
			}
		}
	}
	return reads
}

// peakStays fails when reading took more memory than one file may.
func peakStays(t *testing.T, read func()) {
	t.Helper()
	debug.FreeOSMemory()
	before := resident("VmRSS")
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // the peak counts from here, where the system allows
	read()
	if more := max(0, resident("VmHWM")-before); more > maxMemory {
		t.Errorf("%d MiB were taken", more>>20)
	}
}

func TestHarmedFilesGiveTextOrASentence(t *testing.T) {
	protected, err := os.ReadFile(filepath.Join("testdata", "password-aes.odt"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"a.txt": four, "a.md": "# T\n\n**AO:** a [b](c) <i>d</i>\n\n> q\n", "a.rst": "T\n=\n\n**AO**: a [1]_\n\n.. [1] n\n",
		"a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v AO>a</v> &amp; b\n", "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nAO: <i>a</i>\n",
		"a.docx": docx(para("AO: a", "HW: b")), "a.odt": odt1("<text:h>T</text:h><text:p>AO: a<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>"),
		"locked.odt": string(protected), "a.rtf": `{\rtf1\ansi\ansicpg1252{\fonttbl{\f1\fcharset128 M;}}AO: a\u233?\'e9{\f1\'83\'5c}\par{\footnote n}\par}`,
		"a.html": "<html><title>T</title><cite>AO:</cite><p>a<table><td>b</table>", "a.csv": "time;speaker;text\n00:01;AO;a b\n0:02;HW;\"c\nd\"\n",
		"a.xlsx": workbook(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`), "a.json": `{"segments":[{"start":1,"end":2,"text":"a","speaker":1}]}`,
		"a.pdf": pdfBytes("", interview()...),
	}
	peakStays(t, func() {
		for name, data := range files {
			dice := rand.New(rand.NewPCG(1, uint64(len(data))))
			for range 3 {
				withstands(t, name, []byte(data), dice)
			}
		}
	})
}

const maxHarmed = 300 << 10 // bytes of a real file that is harmed

// TestHarmedFilesOfTheCorpusGiveTextOrASentence harms each real file once in every way.
// What the seed gives is the same each time.
func TestHarmedFilesOfTheCorpusGiveTextOrASentence(t *testing.T) {
	root, files, reads := corpus(t), 0, 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || len(data) == 0 || len(data) > maxHarmed || strings.HasSuffix(path, "README.md") {
			return err
		}
		files++
		name, _ := filepath.Rel(root, path)
		dice := rand.New(rand.NewPCG(1, uint64(len(name))))
		peakStays(t, func() { reads += withstands(t, filepath.ToSlash(name), data, dice) })
		return nil
	})
	if err != nil || files < 200 {
		t.Fatalf("%d files: %v", files, err)
	}
	t.Logf("%d states of %d files", reads, files)
}
