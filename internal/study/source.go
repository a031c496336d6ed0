package study

import "time"

// Source is an imported document or transcript. Its text is immutable per Revision
// and kept apart (see Revision), so that listing sources reads no text.
type Source struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	StrandID  ID        `json:"strand"`
	Title     string    `json:"title"`
	Format    string    `json:"format" doc:"txt, md, rst, docx, odt, rtf, html, pdf, csv, xlsx, json, vtt or srt"`
	Charset   string    `json:"charset" doc:"Character set the file was read in"`
	Language  string    `json:"language" doc:"BCP 47 tag that search stems by"`
	Filename  string    `json:"filename" doc:"Name the file was uploaded under"`
	Blob      string    `json:"blob" doc:"SHA-256 of the uploaded bytes, in hexadecimal"`
	Length    int       `json:"length" doc:"Code points in the text"`
	Words     int       `json:"words"`
	Turns     int       `json:"turns"`
	Revision  int       `json:"revision" doc:"Which revision of the text the positions count in, from 1"`
	Withheld  bool      `json:"withheld,omitempty" doc:"The uploaded file and former texts are for leads only"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
	Version   int       `json:"version"`
}

// Open refuses the uploaded file and the former texts to who may not see them.
func (s Source) Open(role Role) error {
	if s.Withheld && role != Lead {
		return Errorf(Forbidden, "The uploaded file and the former texts of “%s” are for leads only, since names in them were replaced.", s.Title)
	}
	return nil
}

// Kind and Key name the record in the journal.
func (Source) Kind() string { return "source" }
func (s Source) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (s *Source) Edition() *int { return &s.Version }

// Validate checks what a person can set.
func (s Source) Validate() error { return CheckName("title", s.Title) }

// Turn is one speaker's contribution, or one paragraph where nobody speaks.
// Turns are in text order, don't overlap and cover every word of the text.
type Turn struct {
	Index int `json:"index"`
	Range
	Speaker ID   `json:"speaker,omitempty"`
	FromMs  *int `json:"fromMs,omitempty" doc:"Milliseconds from the start of the recording"`
	ToMs    *int `json:"toMs,omitempty"`
}

// Speaker is a voice in one source.
type Speaker struct {
	ProjectID ID     `json:"-"`
	ID        ID     `json:"id"`
	SourceID  ID     `json:"source"`
	Name      string `json:"name"`
	Moderator bool   `json:"moderator"`
	Version   int    `json:"version"`
}

// Kind and Key name the record in the journal.
func (Speaker) Kind() string { return "speaker" }
func (s Speaker) Key() ID    { return s.ID }

// Edition is the version of it; each change makes the next.
func (s *Speaker) Edition() *int { return &s.Version }

// Validate checks what a person can set.
func (s Speaker) Validate() error { return CheckName("name", s.Name) }

// TurnsIn gives the turns that a range touches, as a sub-slice.
func TurnsIn(turns []Turn, r Range) []Turn {
	lo, hi := 0, len(turns)
	for lo < hi {
		if mid := (lo + hi) / 2; turns[mid].End > r.Start {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	end := lo
	for end < len(turns) && turns[end].Start < r.End {
		end++
	}
	return turns[lo:end]
}
