package refi

import (
	"slices"

	"github.com/selvedge/selvedge/internal/study"
)

// Beside counts what a project has beside what is exchanged.
type Beside struct {
	Surveys, Pseudonyms, Searches, Reports, Bookmarks, Reviews int
}

// Told says what of a project other programs can't be told, or are known to leave out.
func Told(h Held, beside Beside) []Finding {
	f := &findings{}
	f.many(1, "The journal of what was done in the project doesn't go along.")
	f.many(beside.Surveys, "A survey with its answers doesn't go along. Answers that are sources do.")
	f.many(beside.Pseudonyms, "A pseudonym with the name that it replaces doesn't go along.")
	f.many(beside.Searches, "A saved search doesn't go along.")
	f.many(beside.Reports, "A report doesn't go along.")
	f.many(beside.Bookmarks, "A bookmark doesn't go along.")
	f.many(beside.Reviews, "A passage is still to be looked at since its text was corrected. That isn't written.")
	if h.Project.StopWords != "" {
		f.add(Lost, "", "The project has a stop list of its own, which doesn't go along.")
	}
	for _, s := range h.Strands {
		if len(s.Asked) > 0 {
			f.add(Lost, "", "A strand says which codes its interview guide asks about, which the standard doesn't know.")
		}
	}
	f.ofTies(h.Ties)
	f.ofCodes(h)
	for _, s := range h.Sources {
		f.ofSource(s)
	}
	if len(h.Codes)+len(h.Variables)+len(h.Cases)+len(h.CodeSets) > 0 {
		f.add(Lost, "", "Who made codes, variables, cases, code sets and recordings, and when, is not written.")
	}
	return f.list
}

// many adds what is lost some number of times.
func (f *findings) many(times int, text string) {
	for range times {
		f.add(Lost, "", "%s", text)
	}
}

func (f *findings) ofTies(ties []study.Tie) {
	for _, t := range ties {
		switch {
		case t.Refused:
			f.add(Lost, "", "That something does not belong to a case is not written.")
		case t.TargetKind == "speaker":
			f.add(Lost, "", "A case is tied to a speaker, whom the standard doesn't know.")
		}
	}
}

func (f *findings) ofCodes(h Held) {
	for _, c := range h.Codes {
		if c.ExampleOf != "" || c.NearMissOf != "" {
			f.add(Lost, "", "The example or near miss of a code is written without the passage that it is from.")
		}
		if c.DefinedAt != nil {
			f.add(Lost, "", "When the meaning of a code was changed, and which codings were looked at again since, is not written.")
		}
	}
}

func (f *findings) ofSource(s HeldSource) {
	if slices.ContainsFunc(s.Turns, func(t study.Turn) bool { return t.Speaker != "" }) {
		f.add(Lost, "", "A source has speakers, whom the standard doesn't know. What they say is written.")
	}
	if s.Recording == nil && slices.ContainsFunc(s.Turns, func(t study.Turn) bool { return t.FromMs != nil }) {
		f.add(Lost, "", "A source has times and no recording. Its times are not written.")
	}
	if s.Recording != nil && slices.ContainsFunc(s.Turns, func(t study.Turn) bool { return t.ToMs != nil }) {
		f.add(Lost, "", "Of a turn with a time it is written when it begins, and not when it ends.")
	}
	if s.Revision > 1 {
		f.add(Lost, "", "A source has former texts, which don't go along.")
	}
	if s.Language != "" {
		f.add(Lost, "", "The language of a source is not written.")
	}
	if s.Blob != "" && (!s.Original || s.Format != "pdf" && s.Format != "docx") {
		f.add(Lost, "", "The uploaded file of a source doesn't go along, since it is for leads only or no Word document or PDF. Its words do.")
	}
	if s.Withheld {
		f.add(Lost, "", "The uploaded file and the former texts of a source are for leads only. Other programs don't know of that.")
	}
}
