package refi

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// IsCodebook says whether a file begins as a codebook of REFI-QDA does, whatever it is called.
func IsCodebook(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return beginsAsXML(head) == nil && bytes.Contains(head, []byte("<CodeBook"))
}

// CodeRows reads a codebook as rows that say what codes are to be, parents before those under
// them. Rows count the codes from 1.
func CodeRows(ctx context.Context, data []byte) ([]study.CodeRow, error) {
	f, err := Read(ctx, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	r := &rowing{ours: strings.HasPrefix(f.Origin, Origin)}
	r.under(nil, unwrapped(f.Codes))
	return r.rows, nil
}

// unwrapped are the codes themselves: NVivo puts all of them under one called Nodes.
func unwrapped(codes []Code) []Code {
	if len(codes) == 1 && !codes[0].Codable && codes[0].Name == "Nodes" {
		return codes[0].Codes
	}
	return codes
}

type rowing struct {
	ours bool // this program wrote the file
	rows []study.CodeRow
}

func (r *rowing) under(path []string, list []Code) {
	for _, c := range list {
		row := study.CodeRow{Row: len(r.rows) + 1, ID: c.ID, Path: append(slices.Clip(path), study.Shorten(oneLine(c.Name), study.MaxName)), Codable: &c.Codable}
		r.say(&row, c)
		r.rows = append(r.rows, row)
		r.under(row.Path, c.Codes)
	}
}

// say fills in what the file says of a code; what it doesn't say stays as it is.
func (r *rowing) say(row *study.CodeRow, c Code) {
	said := study.Code{Definition: c.Description}
	if r.ours {
		define(&said, c.Description)
		row.Include, row.Exclude, row.Example, row.NearMiss = &said.Include, &said.Exclude, &said.Example, &said.NearMiss
	}
	if c.Description != "" || r.ours {
		row.Definition = &said.Definition
	}
	if c.Color != "" {
		color := study.Color(c.Color)
		if r.ours {
			color = dyeOf(c.Color)
		}
		row.Color = &color
	}
}
