package ingest

import (
	"strings"
	"testing"
)

func TestAWebPageIsReadAsItsReaderSeesIt(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"blocks and white space":  {"<div>\n One\n <b>two</b>\n<p>Three<br>four</div>five &amp; &eacute;", "One two\nThree\nfour\nfive & é"},
		"what is no text":         {`<head><title>no</title><script>no</script><style>no</style></head><noscript>no</noscript><!-- no -->a<svg><text>no</text></svg><template>no</template>`, "a"},
		"hidden words":            {`<p hidden>no<p>a<span style="color:red;display: none">no<span>no</span>no</span><div hidden><div>no</div>no</div>b`, "a\nb"},
		"tables and lists":        {`<table><tr><th>a<th>b<tr><td>c</td><td>d</table><ul><li>e<li>f</ul>`, "a\nb\nc\nd\ne\nf"},
		"line ends in a pre":      {"<pre>\nOne\n  two\n\nthree</pre><p>four\nfive", "One\ntwo\nthree\nfour five"},
		"a quotation":             {`She said <q>yes</q>.`, "She said “yes”."},
		"tags that are not ended": {`<p>a <b>b <i>c`, "a b c"},
	} {
		t.Run(name, func(t *testing.T) {
			if doc := read(t, "a.html", c.page); doc.Text != c.want {
				t.Errorf("reads %q, want %q", doc.Text, c.want)
			}
		})
	}
}

func TestAWebPageIsReadInTheCharacterSetItNames(t *testing.T) {
	for name, page := range map[string]string{
		"a meta element":      "<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2",
		"the older form":      "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>\xf0\xd2\xc9\xd7\xc5\xd4",
		"UTF-8 named wrongly": "<meta charset=windows-1251><p>Привет",
	} {
		if doc := read(t, "a.htm", page); doc.Text != "Привет" {
			t.Errorf("%s reads %q", name, doc.Text)
		}
	}
}

func TestSpeakersOfWebPagesAreFound(t *testing.T) {
	for name, page := range map[string]string{
		"podcasts":     `<cite>Ann:</cite><time>0:01</time><p>We grew.</p><cite>Ben:</cite><time>0:04</time><p>Did you?</p><cite>Ann:</cite><time>0:09</time><p>Yes.</p><cite>Ben:</cite><time>0:10</time><p>Ah.</p>`,
		"paragraphs":   `<title>Talk</title><p><strong>Ann:</strong> We grew.</p><p><strong>Ben:</strong> Did you?</p><p><strong>Ann:</strong> Yes.</p>`,
		"a table":      `<table><tr><td>Ann:<td>We grew.<tr><td>Ben:<td>Did you?<tr><td>Ann:<td>Yes.<tr><td>Ben:<td>Ah.</table>`,
		"a typewriter": "<pre>\nThe hearing came to order at nine o'clock in the\nmorning of the day.\n" + strings.Repeat("    Mr. Ann. We\ngrew.\n    Ms. Ben. Did you think of that when\nyou had your way?\n", 5) + "</pre>",
	} {
		doc := read(t, "a.html", page)
		if len(doc.Speakers) != 2 || !strings.HasSuffix(doc.Speakers[0].Name, "Ann") || doc.Speakers[0].Turns < 2 {
			t.Errorf("%s: %+v in %q", name, doc.Speakers, doc.Text)
		}
	}
}

func TestProseThatBeginsWithANameIsNotSpoken(t *testing.T) {
	doc := read(t, "a.txt", "Mr. Smith. He was the first to come.\n\nThe house stood on a hill.\n\nMrs. Jones. She came later.\n\nIt rained.")
	if len(doc.Speakers) != 0 {
		t.Errorf("%+v", doc.Speakers)
	}
}

func TestAPageOfNothingButTagsTakesLittleMemory(t *testing.T) {
	page := []byte("<p>a" + strings.Repeat("<b>", 2_000_000))
	before := resident("VmHWM")
	if _, err := Read(t.Context(), "a.html", page, Options{}); err != nil {
		t.Fatal(err)
	}
	if more := resident("VmHWM") - before; more > 200<<20 {
		t.Errorf("it took %d MiB", more>>20)
	}
}
