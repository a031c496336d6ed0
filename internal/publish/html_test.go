package publish

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"
)

func TestHTMLReadsAsHeadingsQuotesAndSourceLines(t *testing.T) {
	got := string(written(t, format(t, "html"), sample()))
	at := 0
	for _, want := range []string{
		"<h1 dir=\"auto\">Kilnholme study</h1>", "Excerpts, 23 November 2026", "2 passages from 2 sources, 3 codings", "Strand: Mid-caps",
		`<a href="#code-delegate"><bdi>Reluctance to delegate</bdi></a><span class="n">1</span>`,
		`<h2 id="code-capitals" dir="auto">Capitals</h2>`, "What an owner can draw on.", `<h3 id="code-human" dir="auto">`, `<h4 id="code-delegate" dir="auto">`,
		"<blockquote dir=\"auto\">Every quote came across my desk.\nUntil when?\nUntil March.</blockquote>",
		"<bdi>Mid-caps</bdi> · <bdi>M07 Seals</bdi> · <bdi>Owner, Interviewer</bdi> · <bdi>0:03:31</bdi> · <bdi>coded by Rukhsana</bdi>",
		"Compare with M11.\nTwice.", `<h2 id="code-barriers"`, "<bdi>turn 1</bdi>",
	} {
		found := strings.Index(got[at:], want)
		if found < 0 {
			t.Fatalf("%q is missing, or not in its place", want)
		}
		at += found + len(want)
	}
	if strings.Contains(got, "Social capital") {
		t.Error("a code without excerpts has a heading")
	}
}

func TestHTMLRunsNothingAndFetchesNothing(t *testing.T) {
	got := string(written(t, format(t, "html"), hostile()))
	if strings.Contains(got, "\x00") || strings.Contains(got, "\x01") {
		t.Error("control characters in the page")
	}
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^>]*>`).FindAllString(got, -1) {
		if regexp.MustCompile(`(?i)^<(script|img|iframe|link|object|b)\b|\son\w+=|\ssrc=|http:|https:`).MatchString(tag) {
			t.Errorf("%q", tag)
		}
	}
	if n := strings.Count(got, "&lt;script&gt;alert(1)&lt;/script&gt;"); n < 4 {
		t.Errorf("the script is shown as text %d times", n)
	}
}

func TestHTMLAllowsItsOwnStyleByHash(t *testing.T) {
	allowsItsStyle(t, string(written(t, format(t, "html"), sample())))
}

func allowsItsStyle(t *testing.T, page string) {
	t.Helper()
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)
	if style == nil {
		t.Fatal("no style")
	}
	sum := sha256.Sum256([]byte(style[1]))
	policy := strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(page[strings.Index(page, "Content-Security-Policy"):strings.Index(page, "<title>")])
	if !strings.Contains(policy, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		t.Errorf("%s", policy)
	}
}

func TestAnEmptyPageSaysSo(t *testing.T) {
	got := string(written(t, format(t, "html"), empty()))
	if !strings.Contains(got, "<p>No passages are coded yet.</p>") || strings.Contains(got, "<nav") {
		t.Errorf("%s", got[strings.Index(got, "<body>"):])
	}
}
