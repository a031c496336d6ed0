package app

import (
	"github.com/selvedge/selvedge/internal/refi"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// rewording puts all that a project holds beside the words of its sources through a
// function: names, memos, the codebook, what strands ask, cases, surveys. It counts the records that changed.
type rewording struct {
	store.Reader
	set     func(before, after study.Record) error
	project study.ID
	say     func(string) string
	changed int
}

// reword changes the records of a project; the texts of its sources are revised apart.
func reword(tx *store.Tx, project study.ID, say func(string) string) (changed int, err error) {
	return (&rewording{Reader: tx.Reader, set: tx.Set, project: project, say: say}).all()
}

// countReworded says how many records reword would change.
func countReworded(r store.Reader, project study.ID, say func(string) string) (int, error) {
	unchanged := func(study.Record, study.Record) error { return nil }
	return (&rewording{Reader: r, set: unchanged, project: project, say: say}).all()
}

func (w *rewording) all() (int, error) {
	for _, some := range []func() error{w.frame, w.sources, w.codebook, w.notes, w.searches, w.reports, w.cases, w.surveys, w.carried} {
		if err := some(); err != nil {
			return 0, err
		}
	}
	return w.changed, nil
}

// each puts fields of a copy of every record through the function, and writes what is not as it was.
func each[R interface {
	comparable
	study.Record
}](w *rewording, list []R, err error, fields func(*R) []*string, renew func(*R)) error {
	if err != nil {
		return err
	}
	for _, before := range list {
		after := before
		for _, field := range fields(&after) {
			*field = w.say(*field)
		}
		if after == before {
			continue
		}
		renew(&after)
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	return nil
}

// next makes the next version of a record.
func next[R study.Record, E edition[R]](r *R) { *E(r).Edition()++ }

func (w *rewording) frame() error {
	p, err := w.Project(w.project)
	err = each(w, []study.Project{p}, err, func(p *study.Project) []*string { return []*string{&p.Name, &p.Aim} }, next[study.Project])
	if err != nil {
		return err
	}
	return w.strands()
}

func (w *rewording) strands() error {
	strands, err := w.Strands(w.project)
	if err != nil {
		return err
	}
	for _, before := range strands {
		after := before
		after.Name, after.Question = w.say(before.Name), w.say(before.Question)
		if after.Name == before.Name && after.Question == before.Question {
			continue
		}
		next[study.Strand](&after)
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	return nil
}

func (w *rewording) sources() error {
	sources, err := w.Sources(w.project, "")
	err = each(w, sources, err, func(s *study.Source) []*string { return []*string{&s.Title, &s.Filename} }, next[study.Source])
	if err != nil {
		return err
	}
	speakers, err := w.Speakers(w.project, "")
	return each(w, speakers, err, func(s *study.Speaker) []*string { return []*string{&s.Name} }, next[study.Speaker])
}

func (w *rewording) codebook() error {
	codes, err := w.Codes(w.project)
	fields := func(c *study.Code) []*string {
		return []*string{&c.Name, &c.Definition, &c.Include, &c.Exclude, &c.Example, &c.NearMiss}
	}
	return each(w, codes, err, fields, func(c *study.Code) { c.Version++ })
}

func (w *rewording) notes() error {
	memos, err := w.Memos(w.project, "")
	if err != nil {
		return err
	}
	for _, before := range memos {
		after := before
		after.Title, after.Body = w.say(before.Title), w.say(before.Body)
		if after.Title == before.Title && after.Body == before.Body {
			continue
		}
		next[study.Memo](&after)
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	bookmarks, err := w.Bookmarks(w.project, "", "")
	return each(w, bookmarks, err, func(b *study.Bookmark) []*string { return []*string{&b.Name} }, func(*study.Bookmark) {})
}

// carried rewords what came from another program and isn't shown.
func (w *rewording) carried() error {
	list, err := w.Carried(w.project)
	if err != nil {
		return err
	}
	for _, before := range list {
		after := before
		if after.Content, err = refi.Reword(before.Content, w.say); err != nil {
			return err
		}
		if after.Content == before.Content {
			continue
		}
		w.changed++
		if err := w.set(before, after); err != nil {
			return err
		}
	}
	return nil
}

func (w *rewording) searches() error {
	list, err := w.SavedSearches(w.project)
	return rewordAll(w, list, err)
}

func (w *rewording) reports() error {
	list, err := w.Reports(w.project)
	return rewordAll(w, list, err)
}

// rewordAll writes those of a list of which the words become others, as they say themselves.
func rewordAll[R interface {
	study.Record
	Reworded(say func(string) string) (R, bool)
}, E edition[R]](w *rewording, list []R, err error) error {
	for _, before := range list {
		if err != nil {
			break
		}
		after, changed := before.Reworded(w.say)
		if !changed {
			continue
		}
		next[R, E](&after)
		w.changed++
		err = w.set(before, after)
	}
	return err
}
