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
	text, err := json.Marshal(c)
	must(err)
	return base64.RawURLEncoding.EncodeToString(text)
}

// readCursor gives the sort values after which the page begins; nil for the first.
func readCursor(q study.SearchQuery, ranked bool) ([]string, error) {
	if q.Cursor == "" {
		return nil, nil
	}
	var c cursor
	text, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err == nil && ranked {
		_, err = strconv.ParseFloat(c.Score, 64)
	}
	if err != nil || string(c.Of) != string(fingerprint(q)) {
		return nil, study.FieldError("cursor", "This page belongs to another search. Begin again at its first page.")
	}
	if !ranked {
		return []string{c.ID}, nil
	}
	return []string{c.Score, c.ID}, nil
}
