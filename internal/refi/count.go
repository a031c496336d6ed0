package refi

import "maps"

// Counts are the sizes of what a file holds.
type Counts struct {
	Users, Codes, Depth, Headings, Variables, Values, Cases int
	Sources                                                 map[string]int // by kind
	Transcripts, SyncPoints                                 int
	Selections                                              map[string]int // by the names of their elements
	Codings, Notes, Links, Sets, Graphs                     int
}

// Count counts everything, wherever it stands.
func (p *Project) Count() Counts {
	c := Counts{Users: len(p.Users), Variables: len(p.Variables), Cases: len(p.Cases), Notes: len(p.Notes), Links: len(p.Links), Sets: len(p.Sets), Graphs: len(p.Graphs),
		Sources: map[string]int{}, Selections: map[string]int{}}
	c.codes(p.Codes, 1)
	for _, one := range p.Cases {
		c.Values += len(one.Values)
	}
	for _, s := range p.AllSources() {
		c.Sources[s.Kind()]++
		c.source(s)
	}
	for _, n := range p.Notes {
		c.source(n)
	}
	maps.DeleteFunc(c.Selections, func(_ string, n int) bool { return n == 0 })
	return c
}

// AllSources gives the sources of every kind in order.
func (p *Project) AllSources() []Source {
	if p.Sources == nil {
		return nil
	}
	return p.Sources.List
}

func (c *Counts) codes(list []Code, depth int) {
	for _, code := range list {
		c.Codes++
		c.Depth = max(c.Depth, depth)
		if !code.Codable {
			c.Headings++
		}
		c.codes(code.Codes, depth+1)
	}
}

func (c *Counts) source(s Source) {
	c.Codings += len(s.Codings)
	c.Values += len(s.Values)
	for kind, list := range map[string][]Selection{"PlainTextSelection": s.TextSelections, "PictureSelection": s.PictureSelections, "PDFSelection": s.PDFSelections, "AudioSelection": s.AudioSelections, "VideoSelection": s.VideoSelections} {
		c.selections(kind, list)
	}
	for _, t := range s.Transcripts {
		c.Transcripts++
		c.SyncPoints += len(t.SyncPoints)
		c.selections("TranscriptSelection", t.Selections)
	}
	for _, inner := range []*Source{s.TextDescription, s.Representation} {
		if inner != nil {
			c.source(*inner)
		}
	}
}

func (c *Counts) selections(kind string, list []Selection) {
	c.Selections[kind] += len(list)
	for _, s := range list {
		c.Codings += len(s.Codings)
		if s.Representation != nil {
			c.source(*s.Representation)
		}
	}
}
