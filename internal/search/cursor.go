package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"

	"github.com/selvedge/selvedge/internal/study"
)

// cursor says after which hit the next page begins, and of which search.
type cursor struct {
	Of    []byte `json:"of"`
	Score string `json:"score,omitempty"`
	ID    string `json:"id"`
}

// fingerprint tells one search from another, whatever page of it is asked for.
func fingerprint(q study.SearchQuery) []byte {
	text, err := json.Marshal(struct {
		Text   string
		Filter study.Filter
	}{q.Text, q.Filter})
	must(err)
	sum := sha256.Sum256(text)
	return sum[:6]
}

// next is the cursor of the page behind a hit.
func (r *searching) next(last study.Hit, score float64) string {
	c := cursor{Of: fingerprint(r.asked), ID: turnID(last.Source, last.Turn)}
	if r.tree != nil {
		c.Score = strconv.FormatFloat(score, 'g', -1, 64)
	}
	return written(c)
}

func written(c cursor) string {
	text, err := json.Marshal(c)
	must(err)
	return base64.RawURLEncoding.EncodeToString(text)
}

// readAny reads a cursor of the search with a fingerprint.
func readAny(text string, of []byte) (c cursor, err error) {
	plain, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(plain, &c)
	}
	if err != nil || string(c.Of) != string(of) {
		return c, errCursor()
	}
	return c, nil
}

func errCursor() error {
	return study.FieldError("cursor", "This page belongs to another search. Begin again at its first page.")
}

// behind is the hit behind which a page begins.
type behind struct {
	score  float64
	source string
	turn   int
}

// readCursor gives the hit behind which the page begins; nil for the first.
func readCursor(q study.SearchQuery, ranked bool) (*behind, error) {
	if q.Cursor == "" {
		return nil, nil
	}
	c, err := readAny(q.Cursor, fingerprint(q))
	if err != nil {
		return nil, err
	}
	source, turn := splitTurnID(c.ID)
	out := behind{source: string(source), turn: turn}
	if ranked {
		if out.score, err = strconv.ParseFloat(c.Score, 64); err != nil {
			return nil, errCursor()
		}
	}
	return &out, nil
}

// reaches says whether a turn stands before the hit, or is it.
func (b *behind) reaches(l *laidOut, s spot) bool {
	by := cmp.Or(cmp.Compare(b.score, s.score), cmp.Compare(l.source(s), b.source), cmp.Compare(l.number(s), b.turn))
	return by <= 0
}
