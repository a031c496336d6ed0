package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what stands before the words of a paragraph that may open a turn.
type mark struct {
	label    string // as found; empty when there is none
	rest     string // the paragraph without the label
	numbered bool   // "Q1 Chair:" or "Q1:": the number is dropped
	loose    bool   // [Name] or Name and a tab: no colon, so it must be common to count
	dotted   bool   // "Mr. Name. " as in the records of parliaments: it must return to count
	stamp
}

const (
	maxLabel = 63  // code points
	maxHead  = 200 // bytes of a paragraph in which a label is looked for
)

var question = regexp.MustCompile(`^Q ?\d{1,4}[.)]?(?:\s+(\S.*))?$`)

// readMark reads the label at the start of a paragraph, if there is something like
// one. Whether it is a speaker is decided over the whole document.
func readMark(line string) mark {
	for _, read := range []func(string) mark{dotMark, bracketMark, colonMark, timedMark, tabMark} {
		if m := read(line); m.label != "" {
			if q := question.FindStringSubmatch(m.label); q != nil {
				m.numbered, m.label = true, q[1]
				if m.label == "" {
					m.label = "Q"
				}
			}
			return m
		}
	}
	return mark{}
}

// colonMark reads "Name: words", "**Name:** words", "Name (00:01:23): words" and
// "Name: [00:01:23] words".
func colonMark(line string) mark {
	for at, r := range head(line) {
		if r != ':' && r != '：' {
			continue
		}
		rest := line[at+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(rest)
		if rest != "" && r == ':' && !unicode.IsSpace(next) && next != '*' && next != '_' && !onlyTime(line[:at], rest) {
			continue // 17:30 and https:
		}
		m := mark{}
		m.stamp, m.label = tailStamp(line[:at])
		m.label = bare(m.label)
		if !plausible(m.label) {
			return mark{}
		}
		m.rest = strings.TrimSpace(strings.TrimLeft(rest, "*_"))
		if st, after := leadStamp(m.rest); st.known() {
			m.stamp, m.rest = st, after
		}
		return m
	}
	return mark{}
}

// onlyTime recognises "Name:00:01:23" with its missing blank.
func onlyTime(before, after string) bool {
	st, rest := leadStamp(after)
	return st.known() && rest == "" && before != "" && !isDigit(before[len(before)-1])
}

// timedMark reads a line that holds a name and a time only: "SPEAKER 1 00:01:23".
func timedMark(line string) mark {
	if len(line) > maxHead {
		return mark{}
	}
	st, name := tailStamp(strings.TrimRight(line, "*_: \t"))
	if name = bare(name); !st.known() || !plausible(name) {
		return mark{}
	}
	return mark{label: name, stamp: st}
}

var styled = regexp.MustCompile(`^((?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Senator|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Secretary|General|Admiral|` +
	`Colonel|Major|Captain|Sergeant|Judge|Justice|Governor|Mayor|Ambassador|Director|Commissioner|Sir|Dame|Lord|Lady|Baroness|The)\.? [A-Z][\p{L}'’-]+` +
	`(?: (?:[A-Z][\p{L}'’-]*\.?|of|de|van|von|Mc)){0,3}?)(?: \[continuing\])?\. +(\S.*)$`)

// dotMark reads "Mr. Name. Words", as official records set it.
func dotMark(line string) mark {
	parts := styled.FindStringSubmatch(head(line))
	if parts == nil {
		return mark{}
	}
	return mark{label: parts[1], rest: line[len(head(line))-len(parts[2]):], loose: true, dotted: true}
}

// bracketMark reads "[Name] words" and "{Name}: words".
func bracketMark(line string) mark {
	if line == "" || line[0] != '[' && line[0] != '{' {
		return mark{}
	}
	at := strings.IndexByte(head(line), closing[line[0]])
	if at < 0 {
		return mark{}
	}
	m := mark{label: bare(line[1:at]), rest: strings.TrimSpace(line[at+1:]), loose: true}
	if !plausible(m.label) {
		return mark{}
	}
	if words, colon := strings.CutPrefix(m.rest, ":"); colon {
		m.rest, m.loose = strings.TrimSpace(words), false
	} else if st, after := leadStamp(m.rest); st.known() {
		m.stamp, m.rest, m.loose = st, after, false
	}
	return m
}

// tabMark reads "Name<tab>words".
func tabMark(line string) mark {
	name, rest, found := strings.Cut(line, "\t")
	if name = bare(name); !found || !plausible(name) {
		return mark{}
	}
	return mark{label: name, rest: strings.TrimSpace(rest), loose: true}
}

func head(line string) string {
	if len(line) <= maxHead {
		return line
	}
	at := maxHead
	for !utf8.RuneStart(line[at]) {
		at--
	}
	return line[:at]
}

// bare takes the marks off a label that some transcripts put around it.
func bare(label string) string {
	return strings.Join(strings.Fields(strings.Trim(label, "*_#@ \t")), " ")
}

var notName = regexp.MustCompile(`[^\p{L}\p{M}\p{N} .'’‘()\[\]&/_?+\-–]|[\p{L}]{5,}\. |https?$|\? `)

// plausible says whether a string has the shape of a speaker's label at all.
func plausible(label string) bool {
	switch {
	case label == "" || utf8.RuneCountInString(label) > maxLabel || notName.MatchString(label):
		return false
	case strings.Trim(label, "?") == "":
		return true // somebody who could not be made out
	case strings.Count(label, " ") > 6 || !strings.ContainsFunc(label, unicode.IsLetter):
		return false
	}
	first, _ := utf8.DecodeRuneInString(label)
	return unicode.IsLetter(first) || unicode.IsDigit(first) || first == '?'
}

var particles = wordSet("of the and for to in de del della der den du da di do dos van von la le las el al bin ibn ap ab y e und")

// proper says whether a label is written as names are: every word but "of" and the
// like with a capital, a figure, or in a script that has no capitals.
func proper(label string) bool {
	name, _ := splitAlias(label)
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for i, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && (i == 0 || !particles[word]) {
			return false
		}
	}
	return true
}

var alias = regexp.MustCompile(`^(\S.*?)\s*[(\[]([^()\[\]]+)[)\]]$`)

// splitAlias takes "Adam Jonas (AJ)" apart; short is empty when there are no brackets.
func splitAlias(label string) (name, short string) {
	if parts := alias.FindStringSubmatch(label); parts != nil {
		return parts[1], strings.TrimSpace(parts[2])
	}
	return label, ""
}

// key is what two spellings of one label have in common.
func key(label string) string { return strings.ToLower(strings.Join(strings.Fields(label), " ")) }

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// never are words that stand before colons in notes, heads and minutes, not before speech.
var never = wordSet(`note notes nb n.b. example examples eg e.g. ie i.e. source sources figure fig fig. table warning
	date time times location place venue duration length present attendees participants witnesses members apologies transcript
	transcription transcribed recorded recording file filename title subject re ps p.s. tip hint summary conclusion conclusions
	result results method methods step url http https www email e-mail tel phone fax from cc sent keywords tags abstract background
	definition recommendation recommendations action actions decision decisions name age gender sex occupation comment comments
	todo update edit break outro intro introduction topic topics agenda website link links reference references see transcript_by
	interviewed language version status author authors editor description category categories media episode speakers`)

// seldom are words that open a turn only in a document that keeps to them.
var seldom = wordSet("question answer questions answers first second third finally however also then so yes no")

// roles are what speakers are called when they have no names.
var roles = wordSet(`interviewer interviewee facilitator moderator assistant host guest chair chairman chairwoman chairperson operator
	speaker participant respondent narrator presenter researcher witness user audience unknown unidentified voice man woman male female
	counsel student teacher doctor patient translator interpreter observer`)

// askers are the labels of those who lead a conversation.
var askers = wordSet(`interviewer int interv iv i facilitator fac moderator mod q question chair chairman chairwoman chairperson host
	researcher convenor convener`)

// aside from numbers and letters that tell "Interviewer 1" from "Interviewer B".
var counter = regexp.MustCompile(`[\s#]*(?:\d{1,3}|\b[A-Z])$`)

func asks(label string) bool {
	name, short := splitAlias(label)
	for _, part := range []string{name, short} {
		part = strings.Trim(part, " .?")
		if askers[strings.ToLower(part)] || askers[strings.ToLower(counter.ReplaceAllString(part, ""))] {
			return true
		}
	}
	return false
}

func hasRole(label string) bool {
	first, _, _ := strings.Cut(strings.ToLower(label), " ")
	return roles[strings.TrimRight(first, "0123456789")]
}

func barred(label string) bool {
	first, _, _ := strings.Cut(key(label), " ")
	return never[first]
}
