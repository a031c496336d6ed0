package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// cast is who speaks in a document, and where.
type cast struct {
	speakers []Speaker
	speaker  []int // per paragraph: index into speakers, -1 when no turn opens there
}

// voice is a candidate: everything that was found under one label and its aliases.
type voice struct {
	key                     string
	name                    string
	labels                  []string
	count, strong, numbered int
	loose                   int // openings without a colon
	dotted                  int // those of them that are a title, a name and a full stop
	alone                   int // openings on a line of their own
	first                   int // paragraph
	said                    string
}

// casting decides which labels of a document are speakers.
type casting struct {
	found  *draft
	marks  []mark
	voices map[string]*voice
	canon  map[string]string // key of a label -> key of the voice it belongs to
	voiced bool              // the file names its voices itself
	blocks int               // paragraphs that could open a turn
}

// hear finds the speakers. The marks are parallel to the paragraphs.
func hear(found *draft, marks []mark, voiced bool, rules []SpeakerRule) cast {
	c := &casting{found: found, marks: marks, voiced: voiced, voices: map[string]*voice{}, canon: aliases(marks)}
	c.gather()
	chosen := c.choose()
	for _, rule := range rules {
		if k := c.keyOf(rule.Label); c.voices[k] != nil {
			chosen[k] = rule.Name != ""
		}
	}
	return c.cast(chosen, rules)
}

func (c *casting) keyOf(label string) string {
	k := key(label)
	return cmp.Or(c.canon[k], k)
}

func (c *casting) gather() {
	for i, p := range c.found.paragraphs {
		m := c.marks[i]
		if !p.heading && (m.label != "" || !p.follows) {
			c.blocks++
		}
		if m.label == "" {
			continue
		}
		k := c.keyOf(m.label)
		v := c.voices[k]
		if v == nil {
			v = &voice{key: k, name: m.label, first: i, said: m.rest}
			c.voices[k] = v
		}
		v.add(m, p.strong)
	}
	for _, v := range c.voices {
		v.name = v.bestName()
	}
}

func (v *voice) add(m mark, strong bool) {
	v.count++
	if strong {
		v.strong++
	}
	if m.numbered {
		v.numbered++
	}
	if m.loose {
		v.loose++
	}
	if m.dotted {
		v.dotted++
	}
	if m.rest == "" {
		v.alone++
	}
	if !slices.Contains(v.labels, m.label) {
		v.labels = append(v.labels, m.label)
	}
}

// bestName is the label in full, without a short form that only explains another label.
func (v *voice) bestName() string {
	if v.key == "a" {
		return "A" // A1, A2 and so on
	}
	best := v.labels[0]
	if len(v.labels) == 1 {
		return best
	}
	best, _ = splitAlias(best)
	for _, label := range v.labels {
		if name, _ := splitAlias(label); len(name) > len(best) {
			best = name
		}
	}
	return best
}

var answer = regexp.MustCompile(`^a ?\d{1,4}$`)

// aliases ties "AJ" to the "Adam Jonas" of "Adam Jonas (AJ)", and the answers A1,
// A2 to one voice where questions are numbered.
func aliases(marks []mark) map[string]string {
	shorts, bases, present, canon := map[string][]string{}, map[string][]string{}, map[string]bool{}, map[string]string{}
	numbered := false
	for _, m := range marks {
		numbered = numbered || m.numbered && m.label == "Q"
		k := key(m.label)
		if k == "" || present[k] {
			continue
		}
		present[k] = true
		if base, short := splitAlias(k); short != "" {
			shorts[base], bases[short] = append(shorts[base], short), append(bases[short], base)
		}
	}
	for base, list := range shorts {
		if len(list) > 1 { // Speaker (F) and Speaker (M) are two
			continue
		}
		canon[base+" ("+list[0]+")"] = base
		if short := list[0]; present[short] && len(bases[short]) == 1 {
			canon[short] = base
		}
	}
	for k := range present {
		if numbered && answer.MatchString(k) {
			canon[k] = "a"
		}
	}
	return canon
}

// What share of the paragraphs must open with a label before a document is a
// transcript: with several voices, with one, and where nobody speaks twice or
// labels have no colon.
const (
	someShare = 0.10
	soloShare = 0.25
	mostShare = 0.60
	onceShare = 0.15 // from here on, somebody who speaks only once is believed
)

// choose decides over the document as a whole.
func (c *casting) choose() map[string]bool {
	chosen := map[string]bool{}
	if c.voiced {
		for k := range c.voices {
			chosen[k] = true
		}
		return chosen
	}
	returning := c.returning()
	labelled := 0
	for _, v := range returning {
		labelled += v.count
	}
	share := float64(labelled) / float64(max(1, c.blocks))
	switch {
	case len(returning) == 0:
		return c.brief()
	case len(returning) == 1 && (returning[0].count < 3 || share < soloShare) && !c.joined(returning[0]):
		return chosen
	case share < someShare && !(c.found.cues && len(returning) > 1):
		return chosen
	}
	begin := len(c.marks)
	for _, v := range returning {
		chosen[v.key] = true
		begin = min(begin, v.first)
	}
	if share >= onceShare {
		c.addOnce(chosen, begin, styleOf(returning, labelled))
	}
	return chosen
}

// joined says that a voice that alone returns is answered by others who speak once.
func (c *casting) joined(v *voice) bool {
	once := 0
	for _, other := range c.voices {
		if other.count == 1 && proper(other.name) && !barred(other.name) && other.loose == 0 {
			once++
		}
	}
	return once > 0 && float64(v.count+once) >= mostShare*float64(c.blocks)
}

// returning are the voices that speak more than once and look like speakers. Where
// most labels are set in bold, plain ones are prose.
func (c *casting) returning() []*voice {
	var list []*voice
	labelled, strong, common := 0, 0, c.commonlyLoose()
	record := c.isRecord()
	for _, v := range c.voices {
		loose := v.loose == v.count
		if v.count < 2 || barred(v.name) || loose && !common && !(record && v.dotted == v.count) {
			continue
		}
		if loose || proper(v.name) || hasRole(v.name) || v.count > 2 && !strings.ContainsFunc(v.name, unicode.IsSpace) {
			list = append(list, v)
			labelled, strong = labelled+v.count, strong+v.strong
		}
	}
	return slices.DeleteFunc(list, func(v *voice) bool { return 3*strong >= 2*labelled && v.strong == 0 })
}

// commonlyLoose says that labels without a colon are the rule in this document, and
// that several voices bear them.
func (c *casting) commonlyLoose() bool {
	loose, voices := 0, 0
	for _, v := range c.voices {
		if v.count > 1 && v.loose > 0 {
			loose, voices = loose+v.loose, voices+1
		}
	}
	return voices > 1 && float64(loose) >= mostShare*float64(c.blocks)
}

// isRecord says that the document keeps to "Mr. Name. ", as official records do: several
// bear such labels again and again.
func (c *casting) isRecord() bool {
	dotted, voices := 0, 0
	for _, v := range c.voices {
		if v.dotted > 1 {
			dotted, voices = dotted+v.dotted, voices+1
		}
	}
	return voices > 1 && dotted >= 6 && float64(dotted) >= someShare*float64(c.blocks)
}

// style is how most labels of a document are written.
type style struct{ strong, alone bool }

func styleOf(voices []*voice, labelled int) style {
	strong, alone := 0, 0
	for _, v := range voices {
		strong, alone = strong+v.strong, alone+v.alone
	}
	return style{strong: 3*strong >= 2*labelled, alone: 2*alone >= labelled}
}

// fits says whether a voice that speaks once is written as the others are.
func (s style) fits(v *voice) bool {
	return !(s.strong && v.strong == 0) && !(v.alone > 0 && !s.alone)
}

// addOnce adds those who speak once. Before the first who returns stands the head
// of the document, so there only a role that speaks in sentences counts.
func (c *casting) addOnce(chosen map[string]bool, begin int, s style) {
	record := c.isRecord()
	for _, v := range c.voices {
		if v.count > 1 || record && v.dotted == 0 || v.loose > 0 && v.dotted == 0 || v.dotted > 0 && !record || barred(v.name) || seldom[key(v.name)] || !s.fits(v) || strings.HasPrefix(v.said, "http") {
			continue
		}
		if v.first > begin && proper(v.name) && !lone(v.name) || v.first < begin && hasRole(v.name) && c.speech(v) {
			chosen[v.key] = true
		}
	}
}

// lone letters, as in lists, don't speak once.
func lone(name string) bool { return len(name) < 2 }

func (c *casting) speech(v *voice) bool {
	return strings.ContainsAny(v.said, ".?!…。？！") || v.said == ""
}

// brief recognises a conversation so short that nobody speaks twice.
func (c *casting) brief() map[string]bool {
	chosen, labelled := map[string]bool{}, 0
	for _, v := range c.voices {
		if v.count == 1 && v.loose == 0 && proper(v.name) && !barred(v.name) && c.speech(v) {
			chosen[v.key] = true
			labelled++
		}
	}
	if labelled < 2 || float64(labelled) < mostShare*float64(c.blocks) {
		return map[string]bool{}
	}
	return chosen
}

// cast numbers the chosen voices in the order of their first turns. Voices that the
// rules give one name become one speaker.
func (c *casting) cast(chosen map[string]bool, rules []SpeakerRule) cast {
	out := cast{speaker: make([]int, len(c.marks))}
	numbers, byName := map[string]int{}, map[string]int{}
	for i, m := range c.marks {
		out.speaker[i] = -1
		k := c.keyOf(m.label)
		if m.label == "" || !chosen[k] {
			continue
		}
		n, known := numbers[k]
		if !known {
			n = out.enrol(c.voices[k], c.ruleFor(k, rules), byName)
			numbers[k] = n
		}
		out.speaker[i] = n
	}
	return out
}

func (c *casting) ruleFor(k string, rules []SpeakerRule) *SpeakerRule {
	for i := range rules {
		if rules[i].Name != "" && c.keyOf(rules[i].Label) == k {
			return &rules[i]
		}
	}
	return nil
}

// enrol adds a voice as a speaker, or to the speaker who bears its name already.
func (c *cast) enrol(v *voice, rule *SpeakerRule, byName map[string]int) int {
	s := Speaker{Labels: v.labels, Name: v.name, Moderator: 2*v.numbered > v.count || slices.ContainsFunc(v.labels, asks)}
	if rule != nil {
		s.Name, s.Moderator = strings.TrimSpace(rule.Name), rule.Moderator
	}
	if n, taken := byName[key(s.Name)]; taken {
		c.speakers[n].Labels = append(c.speakers[n].Labels, s.Labels...)
		c.speakers[n].Moderator = c.speakers[n].Moderator || s.Moderator
		return n
	}
	byName[key(s.Name)] = len(c.speakers)
	c.speakers = append(c.speakers, s)
	return len(c.speakers) - 1
}

// believe marks as moderator whom the front matter names as one, unless rules decide.
func (c *cast) believe(meta map[string]string, rules []SpeakerRule) {
	for _, role := range []string{"interviewer", "moderator", "facilitator"} {
		for i := range c.speakers {
			if s := &c.speakers[i]; len(rules) == 0 && meta[role] != "" && key(meta[role]) == key(s.Name) {
				s.Moderator = true
			}
		}
	}
}
