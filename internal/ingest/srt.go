package ingest

import (
	"context"
	"regexp"
	"strings"
)

var (
	srtTimes = regexp.MustCompile(`^\s*(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?|\d{1,3}:\d{2}(?:[.,]\d{1,3})?)\s*-{1,3}>\s*(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?|\d{1,3}:\d{2}(?:[.,]\d{1,3})?)(?:\s.*)?$`)
	srtTags  = regexp.MustCompile(`(?i)</?(?:b|i|u|s|font|c|span)(?:[ .][^<>]*)?>|\{\\[^{}]*\}|\{/?[biu]\}`)
	number   = regexp.MustCompile(`^\s*\d{1,7}\s*$`)
)

// looksSRT recognises subtitles whatever the ending: times on the first or second line.
func looksSRT(in *input) bool {
	seen := 0
	for line := range strings.SplitSeq(in.text[:min(len(in.text), 4096)], "\n") {
		switch {
		case strings.TrimSpace(line) == "":
		case srtTimes.MatchString(line):
			return true
		case seen > 0 || !number.MatchString(line):
			return false
		default:
			seen++
		}
	}
	return false
}

// readSRT reads subtitles by their lines of times; numbers may be missing, and blank
// lines may stand within a cue.
func readSRT(ctx context.Context, in *input) (*draft, error) {
	found := &draft{cues: true}
	lines := strings.Split(in.text, "\n")
	var times stamp
	start := -1 // first line of the open cue
	for i, line := range lines {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		parts := srtTimes.FindStringSubmatch(line)
		if parts == nil {
			continue
		}
		addCue(found, lines, start, i, times)
		from, to := srtClock(parts[1]), srtClock(parts[2])
		times, start = stamp{from: &from, to: &to}, i+1
	}
	addCue(found, lines, start, len(lines), times)
	return found, nil
}

// addCue adds the lines from start to end, without the number of the cue after them.
// Lines before the first times are kept too: they may be a title.
func addCue(found *draft, lines []string, start, end int, times stamp) {
	from := max(start, 0)
	if end < len(lines) {
		end = beforeNumber(lines, start, end)
	}
	text := srtTags.ReplaceAllString(strings.Join(lines[from:end], "\n"), "")
	if text = cueText(text); text != "" {
		found.paragraphs = append(found.paragraphs, paragraph{text: text, heading: start < 0, stamp: times})
	}
}

// beforeNumber finds the line that holds the number of the cue at end: the last one
// with anything on it, if a blank line or nothing stands before it.
func beforeNumber(lines []string, start, end int) int {
	from, last := max(start, 0), end-1
	for last > from && strings.TrimSpace(lines[last]) == "" {
		last--
	}
	switch {
	case last < from || !number.MatchString(lines[last]):
		return end
	case last == from && (start < 0 || last == end-1), last > from && strings.TrimSpace(lines[last-1]) == "":
		return last
	}
	return end
}

// srtClock gives milliseconds of what srtTimes has checked: 00:01:39,04 or 01:39.4.
func srtClock(s string) int {
	total, last := 0, 0
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == ',' || r == '.' })
	whole := strings.Count(s, ":") + 1
	if !strings.ContainsAny(s, ".,") && whole > 3 {
		whole = 3 // 00:01:39:040, as some tools write it
	}
	for i, f := range fields {
		last = 0
		for _, c := range f {
			last = last*10 + int(c-'0')
		}
		if i < whole {
			total = total*60 + last
		}
	}
	total *= 1000
	if len(fields) > whole {
		for range 3 - len(fields[whole]) {
			last *= 10
		}
		total += last
	}
	return total
}
