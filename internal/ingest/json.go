package ingest

import (
	"context"
	"encoding/json"
	"math"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

var errJSON = study.Errorf(study.Invalid, "The file is JSON, but not a transcript by Whisper or in the form podcasts use: export the transcript as vtt or srt and add that.")

const maxSegments = 200_000

// readJSON reads what speech recognisers write: the segments of Whisper and its kin, those
// of whisper.cpp, and those of the podcast namespace; or single words with their times.
func readJSON(ctx context.Context, in *input) (*draft, error) {
	r := &recognised{found: &draft{cues: true}, d: json.NewDecoder(strings.NewReader(in.text))}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	if r.bySegment = len(r.segments) > 0; !r.bySegment {
		r.segments = r.words
	}
	if len(r.segments) == 0 {
		return nil, errJSON
	}
	r.cues()
	return r.found, nil
}

// recognised is a recogniser's answer while it is being read.
type recognised struct {
	found     *draft
	d         *json.Decoder
	segments  []segment
	words     []segment
	bySegment bool
}

// segment is a stretch of speech, or one word of it, under the names that the tools use.
type segment struct {
	Text, Body, Word     *string
	Start, End           *seconds
	StartTime, EndTime   *seconds
	Speaker, SpeakerName speakerName
	Offsets              *struct{ From, To int }
	Timestamp            []*seconds
	Timestamps           *struct{ From, To string }
}

// seconds are written as numbers, and sometimes as texts.
type seconds float64

func (s *seconds) UnmarshalJSON(raw []byte) error {
	var value float64
	if err := json.Unmarshal([]byte(strings.Trim(string(raw), `"`)), &value); err != nil || math.IsNaN(value) {
		*s = -1
		return nil
	}
	*s = seconds(value)
	return nil
}

// speakerName is a name, or a number.
type speakerName string

func (s *speakerName) UnmarshalJSON(raw []byte) error {
	var name string
	switch {
	case string(raw) == "null":
	case json.Unmarshal(raw, &name) == nil:
		*s = speakerName(name)
	case len(raw) < 12 && raw[0] >= '0' && raw[0] <= '9':
		*s = speakerName("Speaker " + string(raw))
	}
	return nil
}

// read goes through the file without holding more than one segment of it.
func (r *recognised) read(ctx context.Context) error {
	open, err := r.d.Token()
	switch {
	case err != nil:
		return errJSON
	case open == json.Delim('['):
		return r.list(ctx, &r.segments)
	case open != json.Delim('{'):
		return errJSON
	}
	for r.d.More() {
		key, err := r.d.Token()
		if err != nil {
			return errJSON
		}
		if err := r.field(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

func (r *recognised) field(ctx context.Context, key json.Token) error {
	name, _ := key.(string)
	into := map[string]*[]segment{"segments": &r.segments, "transcription": &r.segments, "chunks": &r.segments, "words": &r.words}[name]
	if into != nil {
		if open, err := r.d.Token(); err != nil {
			return errJSON
		} else if open == json.Delim('[') {
			if err := r.list(ctx, into); err != nil {
				return err
			}
			_, err = r.d.Token()
			return orJSON(err)
		} else if open == json.Delim('{') {
			return errJSON
		}
		return nil
	}
	var value json.RawMessage
	if err := r.d.Decode(&value); err != nil {
		return errJSON
	}
	var text string
	var result struct{ Language string }
	switch name {
	case "language":
		if json.Unmarshal(value, &text) == nil {
			r.found.language = languageTag(text)
		}
	case "title":
		if json.Unmarshal(value, &text) == nil {
			r.found.title = text
		}
	case "result":
		if json.Unmarshal(value, &result) == nil {
			r.found.language = languageTag(result.Language)
		}
	}
	return nil
}

func orJSON(err error) error {
	if err != nil {
		return errJSON
	}
	return nil
}

func (r *recognised) list(ctx context.Context, into *[]segment) error {
	for r.d.More() {
		var s segment
		if len(*into)%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := r.d.Decode(&s); err != nil {
			return errJSON
		}
		if s.words() == nil {
			return errJSON
		}
		if *into = append(*into, s); len(*into) > maxSegments {
			return study.Errorf(study.TooLarge, "The transcript has more than %d segments: split the recording and add the parts.", maxSegments)
		}
	}
	return nil
}

func (s segment) words() *string {
	for _, one := range []*string{s.Text, s.Body, s.Word} {
		if one != nil {
			return one
		}
	}
	return nil
}

// times gives where the segment stands in the recording.
func (s segment) times() (st stamp) {
	if s.Offsets != nil {
		return stamp{from: &s.Offsets.From, to: &s.Offsets.To}
	}
	if s.Timestamps != nil {
		from, n, _ := clock(s.Timestamps.From, false)
		to, m, _ := clock(s.Timestamps.To, false)
		if n > 0 && m > 0 {
			return stamp{from: &from, to: &to}
		}
	}
	if len(s.Timestamp) == 2 {
		s.Start, s.End = s.Timestamp[0], s.Timestamp[1]
	}
	for _, one := range []struct {
		at   *seconds
		into **int
	}{{s.Start, &st.from}, {s.StartTime, &st.from}, {s.End, &st.to}, {s.EndTime, &st.to}} {
		if one.at != nil && *one.at >= 0 && *one.at < 1e6 {
			ms := int(math.Round(float64(*one.at) * 1000))
			*one.into = &ms
		}
	}
	if st.from == nil {
		return stamp{}
	}
	return st
}

func (s segment) voice() string {
	name := string(s.SpeakerName)
	if s.Speaker != "" {
		name = string(s.Speaker)
	}
	return tidy(name)
}

// cues makes a cue of each segment. Where a segment is but one word, those of one voice
// go together until a sentence ends or somebody pauses.
func (r *recognised) cues() {
	single := r.singleWords()
	for _, s := range r.segments {
		text := strings.TrimSpace(oneLineOf(*s.words()))
		if text == "" {
			continue
		}
		p := paragraph{text: text, voice: s.voice(), stamp: s.times()}
		if n := len(r.found.paragraphs); single && n > 0 && goesOn(r.found.paragraphs[n-1], p) {
			last := &r.found.paragraphs[n-1]
			sep := " "
			if !r.bySegment && !strings.HasPrefix(*s.words(), " ") && s.Word != nil && r.spaced() {
				sep = ""
			}
			if last.text += sep + text; p.to != nil {
				last.to = p.to
			}
			continue
		}
		r.found.paragraphs = append(r.found.paragraphs, p)
	}
}

// spaced says whether words bring the blanks before them.
func (r *recognised) spaced() bool {
	n := 0
	for _, s := range r.segments[:min(len(r.segments), 100)] {
		if strings.HasPrefix(*s.words(), " ") {
			n++
		}
	}
	return 2*n > min(len(r.segments), 100)
}

func (r *recognised) singleWords() bool {
	single := 0
	for _, s := range r.segments {
		if len(strings.Fields(*s.words())) <= 1 {
			single++
		}
	}
	return !r.bySegment || 10*single >= 9*len(r.segments)
}

const (
	longPause = 1500 // ms
	longCue   = 400  // bytes
)

// goesOn says whether a word belongs to the sentence before it.
func goesOn(last, next paragraph) bool {
	if last.voice != next.voice || len(last.text) > longCue || strings.ContainsAny(last.text[len(last.text)-1:], ".?!") || strings.HasSuffix(last.text, "…") {
		return false
	}
	return last.to == nil || next.from == nil || *next.from-*last.to < longPause
}

// oneLineOf folds the white space of a segment and cleans it.
func oneLineOf(s string) string { return fold(strings.ReplaceAll(clean(s), "\n", " ")) }
