package ingest

import (
	"strings"
	"testing"
)

func TestRichTextIsReadAsItsReaderSeesIt(t *testing.T) {
	const fonts = `{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}`
	for name, c := range map[string]struct{ rtf, want string }{
		"paragraphs and breaks":    {`One\par Two\line three\par\pard\tab Four\par`, "One\nTwo\nthree\nFour"},
		"line ends mean nothing":   {"One\r\n two\nthree\\par", "One twothree"},
		"escapes":                  {`a \{b\} c\\d\~e\_f g\-h\par`, "a {b} c\\d\u00a0e\u2011f gh"},
		"typography":               {`\ldblquote a\rdblquote  \endash  \emdash  it\rquote s\bullet`, "“a” – — it’s•"},
		"code page of the file":    {`\ansicpg1250 za\'bf\'f3\'b3\'e6`, "zażółć"},
		"font character sets":      {`\f1\'cf\'f0\f0\'e9 \f2\'83\'5c\'83A`, "Прé ソア"},
		"a symbol font":            {`\f3 a\'b3 b`, "α≥ β"},
		"unicode and its stand-in": {`\u233?\u-10179?\u-8950?{\uc0\u8364}\uc2\u12354\'82\'a0.`, "é🔊€あ."},
		"a stand-in word":          {`\u8212\emdash x`, "—x"},
		"hidden and deleted":       {`a{\v no}b{\deleted no}{\revised c}`, "abc"},
		"what is no text":          {`{\info{\title no}}{\*\generator no;}{\header no\par}{\pict 0a0b}{\*\unheard no}a{\listtext 1.\tab}b{\field{\*\fldinst HYPERLINK "x"}{\fldrslt c}}`, "abc"},
		"both forms of a text":     {`{\upr{no}{\*\ud yes}}`, "yes"},
		"a table":                  {`\trowd\intbl a\cell b\cell\row\pard c\par`, "a\nb\nc"},
		"bytes that are no text":   {`a\bin3 {\}b`, "ab"},
		"a text box":               {`a {\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}{\shprslt no}}b\par c`, "a b\nbox\nc"},
		"a note":                   {`a{\super\chftn{\footnote\pard\chftn  why\par not}} b\par c`, "a[1] b\nc\n[1] why\nnot"},
		"a file that was cut off":  {`{{{a`, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			if doc := read(t, "a.rtf", `{\rtf1\ansi`+fonts+c.rtf+`}`); doc.Text != c.want {
				t.Errorf("reads %q, want %q", doc.Text, c.want)
			}
		})
	}
}

func TestHeadingsAndSpeakersOfRichTextAreFound(t *testing.T) {
	doc := read(t, "a.rtf", `{\rtf1{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}\pard\s1 Talk one\par\pard{\b Ann:} We grew.\par{\b Ben:} Did you?\par{\b Ann:} Yes.\par}`)
	if doc.Title != "Talk one" || len(doc.Speakers) != 2 || doc.Speakers[0].Turns != 2 {
		t.Errorf("%q by %+v", doc.Title, doc.Speakers)
	}
}

func TestACommentOfRichTextStandsOnItsWords(t *testing.T) {
	doc := read(t, "a.rtf", `{\rtf1 We {\*\atrfstart 1}grew fast{\*\atrfend 1}{\*\atnid JF}{\*\atnauthor Jo Fell}\chatn{\*\annotation{\*\atnref 1}{\*\atndate 1}\pard Really?\par}.}`)
	if len(doc.Comments) != 1 || doc.Comments[0].Author != "Jo Fell" || doc.Comments[0].Text != "Really?" || wordsOf(doc, doc.Comments[0]) != "grew fast" || doc.Text != "We grew fast." {
		t.Errorf("%q with %+v", doc.Text, doc.Comments)
	}
}

func TestRichTextWithoutEndIsRefused(t *testing.T) {
	if _, err := Read(t.Context(), "a.rtf", []byte(`{\rtf1 `+strings.Repeat("{", maxGroups+1)), Options{}); err == nil {
		t.Error("ten thousand open groups are read")
	}
}
