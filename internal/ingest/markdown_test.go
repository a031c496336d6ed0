package ingest

import (
	"maps"
	"strings"
	"testing"
	"time"
)

func TestMarkdownKeepsWordsAndDropsMarks(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"labels in bold", "**Ann:** One.\n\n**Ben**: Two.\n\n__Ann:__ Three.\n\n**Ben:** *Four* and more.",
			"Ann| One.\nBen| Two.\nAnn| Three.\nBen| Four and more."},
		{"plain colons where labels are bold", "**Ann:** One.\n\nBen: two.\n\n**Cid:** Three.\n\nBen: four.\n\n**Ann:** Five.\n\n**Cid:** Six.",
			"Ann| One.⏎Ben: two.\nCid| Three.⏎Ben: four.\nAnn| Five.\nCid| Six."},
		{"headings are turns of nobody and end a speech", "# Top\n\nAnn: One.\n\nMore.\n\nNext\n----\n\nSee below.\n\nBen: Two.\n\nAnn: Three.\n\nBen: Four.",
			"| Top\nAnn| One.⏎More.\n| Next\n| See below.\nBen| Two.\nAnn| Three.\nBen| Four."},
		{"lines of a paragraph are joined", "A line\nand *another\none* of it.\n\nNext  \nafter a break.\\\nAnd another.", "| A line and another one of it.\n| Next\n| after a break.\n| And another."},
		{"links, pictures and code", "See [the *page*](https://x.org/a_(b) \"t\") and ![a cat](c.png) and `x*y*z` and <https://y.org>.", "| See the page and a cat and x*y*z and https://y.org."},
		{"escapes and entities", `\[laughter\] Q&amp;A, I&#39;m \*sure\* & well; a\b`, `| [laughter] Q&A, I'm *sure* & well; a\b`},
		{"marks that are no marks", "5 * 3 * 2, snake_case_name, * and [sic] and a] and ~x~.", "| 5 * 3 * 2, snake_case_name, * and [sic] and a] and ~x~."},
		{"HTML tags go, names in angles stay", "in <b>bold</b>, <town> and 3 < 4<br>new", "| in bold, <town> and 3 < 4\n| new"},
		{"lists keep their bullets and are no speakers", "- Ann: one\n- Ben: two\n* Ann: three\n* Ben: four\n\n1. five\n2. six", "| - Ann: one\n| - Ben: two\n| - Ann: three\n| - Ben: four\n| 1. five\n| 2. six"},
		{"rules, comments, tables", "one\n\n---\n\n<!-- no\nno -->\n\n| a | b |\n|---|---|\n| c | d |\n\n[x]: https://x.org", "| one\n| | a | b |\n| | c | d |"},
		{"verbatim blocks are not searched for speakers", "AI: Show.\n\nUser: Here:\n\n```\nAnn: a_b_c\nBen: two\n```\n\nAI: Thanks.\n\nUser: Ok.",
			"AI| Show.\nUser| Here:⏎Ann: a_b_c⏎Ben: two\nAI| Thanks.\nUser| Ok."},
		{"a fence without a partner fences nothing", "```\nAI: Show.\n\nUser: Here.\n\nAI: Thanks.\n\nUser: Ok.", "AI| Show.\nUser| Here.\nAI| Thanks.\nUser| Ok."},
		{"stage directions in italics are nobody's", "AI: Show.\n\nUser: Here.\n\n*(She leaves.)*\n\nAI: Thanks.\n\nUser: Ok.", "AI| Show.\nUser| Here.\n| (She leaves.)\nAI| Thanks.\nUser| Ok."},
		{"quotations", "> A *quoted* line\n> goes on.\n\nEnd.", "| A quoted line goes on.\n| End."},
		{"a rule at the top is no front matter", "---\nHello there. This is text.\n---\n\nMore.", "| Hello there. This is text.\n| More."},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, read(t, "a.md", c.file), c.want) })
	}
}

func TestFrontMatterLeavesTheText(t *testing.T) {
	doc := read(t, "a.md", "---\ntitle: Enterprise Wallets: a talk\ninterviewer: Rukhsana Nazir\nspeakers:\n  - Ann\n  - Ben\nlang: en-GB\n---\nRukhsana Nazir: Hi.\n\nBen: Hi.\n\nRukhsana Nazir: Well?\n\nBen: Well.")
	want := map[string]string{"title": "Enterprise Wallets: a talk", "interviewer": "Rukhsana Nazir", "speakers": "Ann, Ben", "lang": "en-GB"}
	if !maps.Equal(doc.Meta, want) || doc.Title != want["title"] || doc.Language != "en-GB" {
		t.Errorf("got %q, %q, %q", doc.Title, doc.Language, doc.Meta)
	}
	expect(t, doc, "Rukhsana Nazir| Hi.\nBen| Hi.\nRukhsana Nazir| Well?\nBen| Well.")
	if !doc.Speakers[0].Moderator || doc.Speakers[1].Moderator {
		t.Errorf("speakers are %+v", doc.Speakers)
	}
}

func TestHostileMarkdownTakesLinearTime(t *testing.T) {
	for _, part := range []string{"*a_ ", "[", "](", "[a](", "![x]", "<a ", "<", "`", "``` ", "&", "**", "~~", "> ", "- ", "\\", "a:", "Ann: b\n\n", "| a |\n"} {
		start := time.Now()
		_, _ = Read(t.Context(), "a.md", []byte(strings.Repeat(part, 1_000_000/len(part))+"a"), Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q takes %s", part, took)
		}
	}
}

func TestReStructuredTextIsReadAsTranscriptOrProse(t *testing.T) {
	doc := read(t, "a.rst", ".. raw:: html\n\n   <a href=\"x\">Official page</a>\n\nFocus Group 3\n=============\n\n*(10.00 am)*\n\n**Facilitator**: Welcome\nall of you.\n\n.. rst-class:: indented\n\n**Sir Wyn**: Thank you. [17]_\n\nSee `the report <https://x.org>`_ and ``code``.\n\n**Facilitator**: So.\n\nQuestioned by\n^^^^^^^^^^^^^\n\n**Sir Wyn**: Yes.\n\n.. [17] A note.")
	expect(t, doc, `| Focus Group 3
		| (10.00 am)
		Facilitator| Welcome all of you.
		Sir Wyn| Thank you. [17]⏎See the report and code.
		Facilitator| So.
		| Questioned by
		Sir Wyn| Yes.⏎[17] A note.`)
	if doc.Title != "Focus Group 3" || !doc.Speakers[0].Moderator {
		t.Errorf("got %q, %+v", doc.Title, doc.Speakers)
	}
}
