package ingest

import (
	"html"
	"slices"
	"strings"
)

// cueText joins the lines of a cue, which were broken for the screen. A line that
// begins with a dash is another voice and stays a line of its own.
func cueText(text string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' }), " ")
		switch {
		case line == "":
			continue
		case out.Len() == 0:
		case strings.HasPrefix(line, "-") || strings.HasPrefix(line, "–") || strings.HasPrefix(line, "—"):
			out.WriteString("\n")
		default:
			out.WriteString(" ")
		}
		out.WriteString(line)
	}
	return strings.TrimSpace(out.String())
}

// said is a stretch of a cue under one voice; "" when none is named.
type said struct{ voice, text string }

// voices reads WebVTT cue text: <v Name> opens a voice, other tags are dropped,
// entities become characters. The specification drops unknown tags too; here they
// stay, because <town> may be how a name was taken out.
func voices(text string) []said {
	out := []said{{}}
	var words strings.Builder
	flush := func() {
		out[len(out)-1].text += cueText(clean(html.UnescapeString(words.String())))
		words.Reset()
	}
	for text != "" {
		before, after, tagged := strings.Cut(text, "<")
		words.WriteString(before)
		if !tagged {
			break
		}
		end := strings.IndexAny(after, "<>")
		if end < 0 || after[end] == '<' { // no tag after all
			words.WriteString("<")
			text = after
			continue
		}
		tag := after[:end]
		text = after[end+1:]
		name, opens := voiceOf(tag)
		switch {
		case opens:
			flush()
			out = append(out, said{voice: name})
		case tag == "/v":
			flush()
			out = append(out, said{})
		case !cueTag(tag):
			words.WriteString("&lt;" + tag + "&gt;")
		}
	}
	flush()
	return merge(out)
}

var cueTags = wordSet("c i b u v ruby rt lang font span br s em strong")

// cueTag recognises <b>, <c.loud>, </i>, <lang en> and times such as <00:01.000>.
func cueTag(tag string) bool {
	tag = strings.TrimPrefix(strings.TrimSpace(tag), "/")
	if _, n, _ := clock(tag, false); n > 0 && n == len(tag) {
		return true
	}
	if at := strings.IndexAny(tag, ". \t\n/"); at >= 0 {
		tag = tag[:at]
	}
	return tag == "" || cueTags[strings.ToLower(tag)]
}

// voiceOf reads "v.loud Esme" as Esme.
func voiceOf(tag string) (name string, opens bool) {
	rest, found := strings.CutPrefix(tag, "v")
	if !found || rest == "" || !strings.ContainsAny(rest[:1], ". \t\n") {
		return "", false
	}
	if at := strings.IndexAny(rest, " \t\n"); at >= 0 {
		name = strings.Join(strings.Fields(html.UnescapeString(rest[at:])), " ")
	}
	return name, name != ""
}

// merge drops stretches without words and joins neighbours of one voice.
func merge(parts []said) []said {
	parts = slices.DeleteFunc(parts, func(p said) bool { return p.text == "" })
	var out []said
	for len(parts) > 0 {
		n := 1
		for n < len(parts) && parts[n].voice == parts[0].voice {
			n++
		}
		var texts []string
		for _, p := range parts[:n] {
			texts = append(texts, p.text)
		}
		out = append(out, said{voice: parts[0].voice, text: strings.Join(texts, " ")})
		parts = parts[n:]
	}
	return out
}
