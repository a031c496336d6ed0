package ingest

import (
	"context"
	"strings"
)

// readText reads plain text: a line is a paragraph unless the lines are evidently
// broken at a width.
func readText(_ context.Context, in *input) (*draft, error) {
	found := &draft{wrap: unsure}
	body := frontMatter(in.text, found)
	found.paragraphs = verbatimLines(body)
	return found, nil
}

func emphatic(line string) bool {
	return strings.HasPrefix(line, "**") || strings.HasPrefix(line, "__")
}

const maxFront = 32 << 10 // bytes of front matter; more is text between two rules

// frontMatter takes the head between two lines of three dashes, as many Markdown
// tools write it, and gives the text after it. A head that is not one stays text.
func frontMatter(text string, found *draft) (body string) {
	head, started := strings.CutPrefix(strings.TrimLeft(text, "\n"), "---\n")
	if !started {
		return text
	}
	head, body, ended := strings.Cut(head, "\n---\n")
	if !ended {
		head, body, ended = strings.Cut(head, "\n...\n")
	}
	if !ended || len(head) > maxFront {
		return text
	}
	meta, ok := keysAndValues(head)
	if !ok {
		return text
	}
	found.meta, found.title = meta, meta["title"]
	for _, name := range []string{"language", "lang"} {
		if found.language == "" {
			found.language = languageTag(meta[name])
		}
	}
	return body
}

// keysAndValues reads the part of YAML that front matter uses: "key: value", and
// lists, which are joined by commas. ok is false for anything else.
func keysAndValues(head string) (meta map[string]string, ok bool) {
	meta = map[string]string{}
	last := ""
	for line := range strings.SplitSeq(head, "\n") {
		item := strings.TrimSpace(line)
		value, listed := strings.CutPrefix(item, "- ")
		switch {
		case item == "" || item[0] == '#':
		case (listed || line[0] == ' ' || line[0] == '\t') && last != "":
			meta[last] = strings.TrimPrefix(meta[last]+", "+unquote(value), ", ")
		default:
			name, rest, found := strings.Cut(item, ":")
			if !found || strings.ContainsAny(name, " .?!") && len(name) > 40 {
				return nil, false
			}
			last = strings.TrimSpace(name)
			meta[last] = unquote(strings.TrimSpace(rest))
		}
	}
	return meta, last != ""
}

func unquote(s string) string {
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// languageTag keeps what has the shape of a BCP 47 tag.
func languageTag(s string) string {
	if len(s) < 2 || len(s) > 35 || strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || len(s) > 3 && !strings.Contains(s, "-") {
		return ""
	}
	return s
}
