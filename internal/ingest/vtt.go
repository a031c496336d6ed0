package ingest

import (
	"context"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

func looksVTT(in *input) bool { return webVTT(in.text) }

// webVTT checks the signature: the word, then the end, a blank or a tab.
func webVTT(text string) bool {
	rest, found := strings.CutPrefix(text, "WEBVTT")
	return found && (rest == "" || strings.ContainsAny(rest[:1], " \t\n"))
}

// readVTT reads WebVTT by the parser of its specification (w3.org/TR/webvtt1, 6.1),
// with one leniency: times may have one or two digits after the point, or none,
// because dropping such cues would lose what was said.
func readVTT(ctx context.Context, in *input) (*draft, error) {
	if !webVTT(in.text) {
		return nil, study.Errorf(study.Invalid, "The file is named vtt but does not begin with WEBVTT: make it anew, or rename it to txt and add it again.")
	}
	v := &vtt{found: &draft{cues: true}, lines: strings.Split(in.text, "\n")}
	v.header()
	for v.at < len(v.lines) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		v.block()
	}
	if v.bad > 0 {
		v.found.warnings = append(v.found.warnings, several(v.bad, "cue")+" left out: the times can't be read.")
	}
	return v.found, nil
}

type vtt struct {
	found *draft
	lines []string
	at    int
	bad   int // cues with times that can't be read
}

// header passes over the lines up to the first blank one; they may name the language.
func (v *vtt) header() {
	for v.at = 1; v.at < len(v.lines); v.at++ {
		line := v.lines[v.at]
		if line == "" || strings.Contains(line, "-->") {
			return
		}
		if name, value, found := strings.Cut(line, ":"); found && strings.EqualFold(strings.TrimSpace(name), "language") {
			v.found.language = languageTag(strings.TrimSpace(value))
		}
	}
}

// block reads one cue, or passes over a NOTE, STYLE, REGION or nameless lines. A
// second line of times ends a cue even without a blank line.
func (v *vtt) block() {
	var text []string
	var times stamp
	seen, good := false, false
	for count := 1; v.at < len(v.lines); count++ {
		line := v.lines[v.at]
		if line == "" {
			v.at++
			break
		}
		if strings.Contains(line, "-->") {
			if seen || count > 2 {
				break
			}
			seen, text = true, nil
			times, good = vttTimes(line)
		} else {
			text = append(text, line)
		}
		v.at++
	}
	switch {
	case good:
		v.cue(times, strings.Join(text, "\n"))
	case seen && len(text) > 0:
		v.bad++
	}
}

func (v *vtt) cue(times stamp, text string) {
	for _, part := range voices(text) {
		v.found.paragraphs = append(v.found.paragraphs, paragraph{text: part.text, voice: part.voice, stamp: times})
	}
}

// vttTimes reads "00:00:01.000 --> 00:00:04.000 settings"; the settings are ignored.
func vttTimes(line string) (st stamp, ok bool) {
	left, right, _ := strings.Cut(line, "-->")
	left, right = strings.TrimSpace(left), strings.TrimSpace(right)
	from, n, _ := wideClock(left)
	if n == 0 || n != len(left) {
		return stamp{}, false
	}
	to, n, _ := wideClock(right)
	if n == 0 || n < len(right) && !strings.ContainsAny(right[n:n+1], " \t") && !isSetting(right[n:]) {
		return stamp{}, false
	}
	return stamp{from: &from, to: &to}, true
}

// isSetting lets "00:02.000align:start" pass, as the specification does.
func isSetting(s string) bool { return s[0] >= 'a' && s[0] <= 'z' }

// wideClock is clock with hours of any number of digits.
func wideClock(s string) (ms, n, parts int) {
	lead := 0
	for lead < len(s) && isDigit(s[lead]) {
		lead++
	}
	if lead <= 3 || lead > 9 {
		return clock(s, false)
	}
	hours := 0
	for _, c := range s[:lead-3] {
		hours = hours*10 + int(c-'0')
	}
	ms, n, parts = clock(s[lead-3:], false)
	if parts != 3 {
		return 0, 0, 0
	}
	return ms + hours*1000*3600_000, n + lead - 3, parts
}
