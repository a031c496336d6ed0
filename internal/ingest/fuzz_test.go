package ingest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

var charsets = []string{"", "", "", "", "utf-8", "utf-16le", "windows-1252", "shift_jis"}

// fuzz reads mutations of a format's seeds: whatever comes, there is a sound document
// or a sentence, and never the sentence that stands for a panic.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed), uint8(0), "AO")
	}
	f.Fuzz(func(t *testing.T, data []byte, charset uint8, label string) {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		rules := []SpeakerRule{{Label: label, Name: "Somebody"}}
		doc, err := Read(ctx, name, data, Options{Charset: charsets[int(charset)%len(charsets)], Speakers: rules})
		if err == nil {
			sound(t, doc)
			return
		}
		if kind := study.KindOf(err); kind != study.Invalid && kind != study.TooLarge {
			t.Errorf("%s: %v", kind, err)
		}
		if strings.Contains(err.Error(), "damaged and can't be read") || strings.Contains(err.Error(), "too long to read") {
			t.Errorf("a panic or a hang: %v", err)
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "a.txt", four, "[00:01:02] AO: x\n\n#00:01:02-5# HW (H): y\nQ1 AO: z\nHW\t00:12\nq", "Q: a\rA: b\r", "\xff\xfeA\x00:\x00")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "a.md", "---\ntitle: x\n---\n# h\n\n**AO:** a [b](c) `d` *e*\n\n> q\n\n```\nx: y\n```\n\n**HW:** \\* &amp; <b>", "a\n---\n- b\n1. c\n<!-- d -->")
}

func FuzzRST(f *testing.F) {
	fuzz(f, "a.rst", "T\n=\n\n.. raw:: html\n\n  x\n\n**AO**: a [1]_ `b <c>`_\n\n.. [1] n\n\n**HW**: :r:`x`")
}

func FuzzVTT(f *testing.F) {
	fuzz(f, "a.vtt", "WEBVTT\nLanguage: en\n\nNOTE x\n\nid\n00:01.000 --> 00:02.000 align:start\n<v.a B>c</v> <i>d</i>&amp;\n00:02.000 --> 00:03.000\nAO: e")
}

func FuzzSRT(f *testing.F) {
	fuzz(f, "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nAO: <i>a</i>\n\n2\n00:00:02.5 --> 00:00:03:1\n- b\n\n- c")
}

func FuzzDOCX(f *testing.F) {
	fuzz(f, "a.docx", docx(para("AO: a", "HW: b")), docx(`<w:p><w:r><w:t>x</w:t><w:br/><w:footnoteReference w:id="1"/></w:r></w:p>`, "word/footnotes.xml", `<w:footnotes xmlns:w="`+transitional+`"><w:footnote w:id="1">`+para("n")+`</w:footnote></w:footnotes>`))
}

// FuzzWordML puts the mutation inside the zip, where the checksum does not stop it.
func FuzzWordML(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:r></w:p>`)
	f.Add(para("AO: a", "HW: b", "AO: c") + `<w:tbl><w:tr><w:tc>` + para("d") + `</w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read(t.Context(), "a.docx", []byte(docx(body)), Options{})
		if err == nil {
			sound(t, doc)
		} else if strings.Contains(err.Error(), "damaged and can't be read") {
			t.Errorf("a panic: %v", err)
		}
	})
}
