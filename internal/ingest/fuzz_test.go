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
		docs, err := ReadAll(ctx, name, data, Options{Charset: charsets[int(charset)%len(charsets)], Speakers: rules, Password: label})
		for _, doc := range docs {
			sound(t, doc)
		}
		if err == nil {
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
	f.Fuzz(func(t *testing.T, body string) { fuzzed(t, "a.docx", docx(body)) })
}

func FuzzODT(f *testing.F) {
	fuzz(f, "a.odt", odt1(`<text:h>T</text:h><text:p>AO: a<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>`))
}

// FuzzODF puts the mutation inside the zip, as FuzzWordML does.
func FuzzODF(f *testing.F) {
	f.Add(`<text:p text:style-name="P1">a<text:s text:c="3"/><office:annotation office:name="1"><dc:creator>b</dc:creator><text:p>c</text:p></office:annotation>d<office:annotation-end office:name="1"/></text:p>`)
	f.Add(`<table:table><table:table-row><table:table-cell><text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) { fuzzed(t, "a.odt", odt1(body)) })
}

// FuzzSheet puts the mutation inside the sheet of a workbook.
func FuzzSheet(f *testing.F) {
	f.Add(`<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row><row><c s="1"><v>45000.5</v></c><c t="str"><v>y</v></c></row>`)
	f.Fuzz(func(t *testing.T, sheet string) { fuzzed(t, "a.xlsx", workbook(sheet)) })
}

func fuzzed(t *testing.T, name, data string) {
	doc, err := Read(t.Context(), name, []byte(data), Options{})
	if err == nil {
		sound(t, doc)
	} else if strings.Contains(err.Error(), "damaged and can't be read") {
		t.Errorf("a panic: %v", err)
	}
}

func FuzzXLSX(f *testing.F) {
	fuzz(f, "a.xlsx", workbook(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`))
}

func FuzzRTF(f *testing.F) {
	fuzz(f, "a.rtf", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f1\fcharset128 M;}{\f2\fcharset2 S;}}{\stylesheet{\s1 heading 1;}}\s1 T\par\pard AO: a\u233?\'e9{\f1\'83\'5c}{\f2 b}\par{\footnote n}{\v h}{\deleted d}\cell\bin2 xx\par}`,
		`{\rtf1{\*\atrfstart 1}a{\*\atrfend 1}{\*\atnauthor b}{\*\annotation{\*\atnref 1}c}{\shp{\*\shpinst{\shptxt d\par}}}{\upr{e}{\*\ud f}}}`)
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", `<html lang=en><meta charset=utf-8><title>T</title><cite>AO:</cite><time>0:01</time><p>a<br>b<p hidden>c<pre>
    Mr. D. e
f</pre><table><td>g<td style="display:none">h</table><q>i</q>&amp;`)
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", `{"segments":[{"start":1,"end":"2","text":"a","speaker":1}],"language":"en"}`, `{"transcription":[{"offsets":{"from":1,"to":2},"timestamps":{"from":"00:00:01,0","to":"x"},"text":"b"}]}`,
		`[{"startTime":1,"body":"c","speaker":"AO"}]`, `{"words":[{"word":" d","start":1,"end":2}],"chunks":[{"timestamp":[1,null],"text":"e"}]}`)
}

func FuzzCSV(f *testing.F) {
	fuzz(f, "a.csv", "time;speaker;text\n00:01;AO;a b\n0:02;HW;\"c\nd\"\n3;AO;e\n", "T,,\na,,\n,b,c\n1,2,\"three \"\"four\"\"\"\n", "id\ttranscript\n1\tAO: a\n")
}
