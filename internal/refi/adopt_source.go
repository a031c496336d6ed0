package refi

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// strands makes strands of the sets of sources, where every source is in at most one of them;
// else there is one strand for all.
func (a *adopting) strands() {
	a.strand = map[study.ID]study.ID{}
	sets, left := a.partition()
	for _, s := range sets {
		id := a.id("strand", s.ID)
		for _, ref := range s.Sources {
			a.strand[ref.Target] = id
		}
		a.addStrand(id, a.name(s.Name, "Untitled strand"), a.prose(s.Description))
		if a.ours {
			last := &a.out.Strands[len(a.out.Strands)-1]
			rest, parts := parted(last.Question, kindPart)
			last.Question, last.Sort = rest, parts[0]
		}
		a.stand(s.ID, study.Link{Kind: "strand", ID: id})
		for _, ref := range s.Notes {
			a.refer([]Ref{ref}, study.Link{Kind: "strand", ID: id})
		}
	}
	a.p.Sets, a.grouped = left, sets
}

// strandOf is the strand of a source: the one for all where it is in no set.
func (a *adopting) strandOf(id study.ID) study.ID {
	if a.strand[id] == "" {
		a.strand[id] = a.loose()
	}
	return a.strand[id]
}

// loose is the strand of sources that are in no set.
func (a *adopting) loose() study.ID {
	id := Derived("strand", string(a.p.firstID()))
	if !a.taken["strand"+string(id)] {
		a.addStrand(a.id("strand", id), "Sources", "")
	}
	return id
}

// members carries which sources of a strand aren't shown, and sees that there is a strand.
func (a *adopting) members() {
	if len(a.out.Strands) == 0 {
		a.loose()
	}
	for i, s := range a.grouped {
		var left []Ref
		for _, ref := range s.Sources {
			if a.things[ref.Target].Kind != "source" {
				left = append(left, ref)
			}
		}
		if len(left) > 0 {
			a.rest(a.out.Strands[i].ID, Set{ID: s.ID, Sources: left})
		}
	}
}

// firstID is an id that the project has whenever it is exported: that of its first source.
func (p *Project) firstID() study.ID {
	for _, s := range p.AllSources() {
		return s.ID
	}
	return ""
}

func (a *adopting) addStrand(id study.ID, name, question string) {
	a.out.Strands = append(a.out.Strands, study.Strand{ProjectID: a.Project, ID: id, Name: name, Question: question, Sort: "documents", Position: len(a.out.Strands), Version: 1})
}

// partition parts the sets into those that become strands and the others.
func (a *adopting) partition() (strands, others []Set) {
	if a.ours {
		return a.marked()
	}
	in := map[study.ID]int{}
	for _, s := range a.p.Sets {
		if len(s.Sources) > 0 && len(s.Codes) == 0 {
			strands = append(strands, s)
			for _, ref := range distinct(s.Sources) {
				in[ref.Target]++
			}
			continue
		}
		others = append(others, s)
	}
	for _, n := range in {
		if n > 1 {
			a.found.add(Kept, "", "Sources are in several sets at once, and here each is in one strand. The sets are kept, and there is one strand for all sources.")
			return nil, a.p.Sets
		}
	}
	return strands, others
}

// marked parts the sets of a file that this program wrote: strands say which kind they are of.
func (a *adopting) marked() (strands, others []Set) {
	for _, s := range a.p.Sets {
		if _, parts := parted(s.Description, kindPart); slices.Contains(strandKinds, parts[0]) {
			strands = append(strands, s)
		} else {
			others = append(others, s)
		}
	}
	return strands, others
}

var strandKinds = []string{"interviews", "focus group", "survey", "documents"}

func distinct(refs []Ref) (out []Ref) {
	for _, r := range refs {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// sources adopts what has words, and carries everything else.
func (a *adopting) sources() {
	list := a.p.AllSources()
	texts := a.textsByPath(list)
	for i := range list {
		switch s := &list[i]; {
		case s.Kind() == TextSource && s.Known:
			a.text(*s, texts[s.PlainText])
		case s.Kind() == PDFSource && s.Representation != nil && s.Representation.Known:
			a.pdf(*s)
		case (s.Kind() == AudioSource || s.Kind() == VideoSource) && a.hasTranscript(s):
			a.media(*s, texts)
		default:
			a.carrySource(*s)
		}
	}
}

// recorded is a transcript with the recording that it is of.
type recorded struct {
	media      *Source
	transcript *Transcript
}

// textsByPath finds the recordings of texts that stand in the file twice: as a source that is
// coded, and as the transcript of a recording. ATLAS.ti writes them so.
func (a *adopting) textsByPath(list []Source) map[string]recorded {
	out := map[string]recorded{}
	for i := range list {
		for j := range list[i].Transcripts {
			if t := &list[i].Transcripts[j]; t.PlainText != "" {
				out[t.PlainText] = recorded{&list[i], t}
			}
		}
	}
	sources := map[string]bool{}
	for _, s := range list {
		sources[s.PlainText] = sources[s.PlainText] || s.Kind() == TextSource && s.Known
	}
	for at := range out {
		if !sources[at] {
			delete(out, at)
		}
	}
	return out
}

func (a *adopting) hasTranscript(s *Source) bool {
	return slices.ContainsFunc(s.Transcripts, func(t Transcript) bool { return t.Known })
}

// text adopts a text, which may be the transcript of a recording that stands elsewhere.
func (a *adopting) text(s Source, of recorded) {
	original := firstOf(s.RichText, s.PlainText)
	one := a.newSource(s.ID, s.ID, s.Name, original, s.Words.Text, s.Stamp)
	if of.media != nil {
		a.record(&one, of.media)
		one.Turns = timed(one.Turns, of.transcript.SyncPoints)
		a.rest(one.ID, Transcript{ID: of.transcript.ID, SyncPoints: of.transcript.SyncPoints})
	}
	a.add(one, s)
	a.content(one, &s)
	s.Name, s.Stamp, s.Paths, s.Words, s.TextSelections, s.Values = "", a.changed(s.Stamp), Paths{}, Words{}, nil, nil
	a.rest(one.ID, s)
}

// pdf adopts the text of a PDF; what is said of its pages is carried.
func (a *adopting) pdf(s Source) {
	words := s.Representation
	one := a.newSource(s.ID, s.ID, s.Name, s.Path, words.Text, s.Stamp)
	a.add(one, s)
	a.content(one, words)
	a.content(one, &s)
	words.Words, words.Paths, words.TextSelections = Words{}, Paths{}, nil
	s.Name, s.Stamp, s.Path, s.Values = "", a.changed(s.Stamp), "", nil
	for _, x := range s.PDFSelections {
		if _, adopted := a.things[x.ID]; !adopted {
			a.found.add(Kept, "", "An area of a page is marked, without the words in it. It is kept, but isn't shown.")
		}
	}
	a.rest(one.ID, s)
}

// media adopts the transcripts of a recording, each as a source.
func (a *adopting) media(s Source, texts map[string]recorded) {
	var first *AdoptedSource
	for _, t := range s.Transcripts {
		if _, elsewhere := texts[t.PlainText]; elsewhere || !t.Known {
			continue
		}
		one := a.newSource(t.ID, s.ID, firstOf(t.Name, s.Name), firstOf(t.RichText, t.PlainText), t.Words.Text, t.Stamp)
		one.Turns = timed(one.Turns, t.SyncPoints)
		if first == nil {
			a.record(&one, &s)
			first = &one
		} else if first.Recording != "" {
			one.Recording, one.MediaName, one.MediaID = first.Recording, first.MediaName, again(first.MediaID, one.ID)
		}
		a.out.Sources = append(a.out.Sources, one)
		a.stand(t.ID, study.Link{Kind: "source", ID: one.ID})
		a.stand(s.ID, study.Link{Kind: "source", ID: one.ID})
		a.refer(t.NoteRefs, study.Link{Kind: "source", ID: one.ID})
		a.transcribed(one, t)
		t.Name, t.Stamp, t.Words, t.Paths, t.Selections = "", a.changed(t.Stamp), Words{}, Paths{}, nil
		t.Description, t.NoteRefs = "", nil
		a.rest(one.ID, t)
	}
	if first != nil {
		a.refer(s.NoteRefs, a.things[s.ID])
		s.NoteRefs = nil
		for _, x := range slices.Concat(s.AudioSelections, s.VideoSelections) {
			a.found.add(Kept, "", "A part of a recording is marked by its time. It is kept, but isn't shown.")
			a.refer(x.NoteRefs, a.things[s.ID])
		}
	}
	paths := []string{s.Path}
	if a.Has(s.Path) && a.Plays(s.Path) {
		s.Path, paths = "", nil // it is a recording here
	}
	s.Transcripts, s.Values = nil, nil
	if first != nil {
		a.unlikeTranscript(&s)
	}
	if !bare(s, Source{XMLName: s.XMLName, ID: s.ID}) {
		a.carry(s.Kind(), a.things[s.ID].ID, s, paths...)
	}
}

// again is the id of a recording as that of a further transcript of it.
func again(recording, transcript study.ID) study.ID {
	return Derived("recording", string(recording), string(transcript))
}

// unlikeTranscript leaves of what a recording is called, and of who brought it, what its transcript
// doesn't say as well.
func (a *adopting) unlikeTranscript(s *Source) {
	at := slices.IndexFunc(a.out.Sources, func(one AdoptedSource) bool { return one.ID == a.things[s.ID].ID })
	one, last := a.out.Sources[at], a.changed(s.Stamp)
	if s.Name == one.Title {
		s.Name = ""
	}
	if s.CurrentPath == one.MediaName {
		s.CurrentPath = ""
	}
	if s.CreatedBy == "" || a.person(s.CreatedBy) == one.CreatedBy {
		s.CreatedBy = ""
	}
	if s.CreatedAt == nil || a.time(s.CreatedAt).Equal(one.CreatedAt) {
		s.CreatedAt = nil
	}
	s.ChangedBy, s.ChangedAt = last.ChangedBy, last.ChangedAt
}

// record ties a source to its recording.
func (a *adopting) record(one *AdoptedSource, media *Source) {
	if !a.Has(media.Path) {
		a.found.add(Kept, fmt.Sprintf("“%s”", study.Shorten(media.Name, maxShown)), "A recording is not in the file, and only where it lay is known. Attach it to its transcript.")
		return
	}
	if !a.Plays(media.Path) {
		a.found.add(Kept, fmt.Sprintf("“%s”", study.Shorten(media.Name, maxShown)), "A recording is of a kind that browsers can't play. It is kept, but can't be heard here.")
		return
	}
	one.Recording, one.MediaID = media.Path, a.id("recording", media.ID)
	if lay := media.CurrentPath[strings.LastIndexAny(media.CurrentPath, `/\`)+1:]; strings.EqualFold(path.Ext(lay), path.Ext(media.Path)) {
		one.MediaName = study.Shorten(lay, study.MaxName)
	}
}

func (a *adopting) newSource(id, of study.ID, name, original, text string, s Stamp) AdoptedSource {
	ending := strings.ToLower(path.Ext(original))
	title := a.name(name, "Untitled source")
	one := AdoptedSource{Text: text, Turns: lines(text), Source: study.Source{ProjectID: a.Project, ID: a.id("source", id), StrandID: a.strandOf(of), Title: title, Format: format(ending), Charset: "utf-8", Language: a.Language,
		Filename: study.Shorten(strings.TrimSuffix(title, path.Ext(title)), study.MaxName-10) + ending, Length: study.TextLen(text), Words: study.WordCount(text), Revision: 1, CreatedBy: a.person(s.CreatedBy, s.ChangedBy, a.p.CreatedBy), CreatedAt: a.time(s.CreatedAt), Version: 1}}
	one.Source.Turns, one.at = len(one.Turns), study.NewPositions(text)
	if a.Has(original) {
		one.Original = original
	}
	return one
}

// format is how a file is called by its ending.
func format(ending string) string {
	switch ending {
	case ".docx", ".pdf", ".odt", ".rtf", ".html", ".md":
		return ending[1:]
	}
	return "txt"
}

func (a *adopting) add(one AdoptedSource, s Source) {
	a.out.Sources = append(a.out.Sources, one)
	a.stand(s.ID, study.Link{Kind: "source", ID: one.ID})
	a.refer(s.NoteRefs, study.Link{Kind: "source", ID: one.ID})
}

// lines makes a turn of each line that holds something.
func lines(text string) (out []study.Turn) {
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		n := study.TextLen(line)
		if strings.TrimSpace(line) != "" {
			out = append(out, study.Turn{Index: len(out), Range: study.Range{Start: at, End: at + n}})
		}
		at += n + 1
	}
	return out
}

// timed gives turns the times of the first points that lie in them.
func timed(turns []study.Turn, points []SyncPoint) []study.Turn {
	last := -1
	for _, p := range points {
		if p.Position == nil || p.Time == nil || *p.Time < 0 {
			continue
		}
		in := study.TurnsIn(turns, study.Range{Start: *p.Position, End: *p.Position + 1})
		if len(in) > 0 && in[0].FromMs == nil && *p.Time >= last {
			turns[in[0].Index].FromMs, last = p.Time, *p.Time
		}
	}
	return turns
}
