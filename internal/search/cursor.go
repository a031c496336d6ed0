package search

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"

	"github.com/blevesearch/bleve/v2"

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

// next is the cursor of the page after, "" at the end.
func (r *searching) next(page *bleve.SearchResult) string {
	limit := r.limit()
	if len(page.Hits) <= limit {
		return ""
	}
	last := page.Hits[limit-1]
	c := cursor{Of: fingerprint(r.asked), ID: last.ID}
	if r.tree != nil {
		c.Score = strconv.FormatFloat(last.Score, 'g', -1, 64)
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

// readCursor gives the sort values after which the page begins; nil for the first.
func readCursor(q study.SearchQuery, ranked bool) ([]string, error) {
	if q.Cursor == "" {
		return nil, nil
	}
	c, err := readAny(q.Cursor, fingerprint(q))
	if err == nil && ranked {
		if _, wrong := strconv.ParseFloat(c.Score, 64); wrong != nil {
			err = errCursor()
		}
	}
	if err != nil {
		return nil, err
	}
	if !ranked {
		return []string{c.ID}, nil
	}
	return []string{c.Score, c.ID}, nil
}
