package search

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	bolt "go.etcd.io/bbolt/errors"

	"github.com/selvedge/selvedge/internal/study"
)

// errInUse says that another process has the generation open.
var errInUse = errors.New("another process has this index open")

var stateKey = []byte("selvedge")

// state is what an index knows of itself. It is written with every batch; an index
// without it was never finished.
type state struct {
	Project study.ID  `json:"project"`
	Schema  string    `json:"schema"`
	Cursor  int64     `json:"cursor"`  // the journal entry that it has seen last
	Mark    string    `json:"mark"`    // what that entry was, to know the database by
	Removed time.Time `json:"removed"` // when a source first went whose words still lie in the files
	Words   int64     `json:"words"`   // in all turns, for the average that relevance needs
}

// generation is one Bleve index in a folder of its own. A rebuilt index is a new
// generation; the folder's name is a UUIDv7, so that the newest sorts last.
type generation struct {
	path         string
	index        bleve.Index
	state        state // the worker's
	words        atomic.Int64
	version      atomic.Int64 // grows with each change, once a search sees it
	checked      time.Time
	columns      facetShelf
	vocabularies vocabularies
	listed       int64         // bytes of the list of segments when it was opened, which only grows
	broken       chan struct{} // closed when Bleve gives up

	users   int  // under Index.mu: who reads it now
	retired bool // under Index.mu: close when the last one leaves
	doomed  bool // under Index.mu: and delete the folder
}

const (
	lockTimeout   = "150ms"
	asyncCallback = "selvedge"
)

var watched sync.Map // index path -> its generation's broken channel and once

type watch struct {
	once   sync.Once
	broken chan struct{}
}

func init() {
	scorch.RegistryAsyncErrorCallbacks[asyncCallback] = func(err error, path string) {
		if w, ok := watched.Load(path); ok && errors.Is(err, scorch.ErrAsyncPanic) {
			w := w.(*watch)
			w.once.Do(func() { close(w.broken) })
		}
	}
}

func runtimeConfig() map[string]any {
	return map[string]any{"bolt_timeout": lockTimeout, "asyncErrorCallbackName": asyncCallback, "eventCallbackName": faultsArePanic}
}

// createGeneration starts an empty index in dir.
func createGeneration(dir string) (*generation, error) {
	path := filepath.Join(dir, string(study.NewID()))
	return newGeneration(path, func() (bleve.Index, error) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		return bleve.NewUsing(path, turnMapping, scorch.Name, scorch.Name, runtimeConfig())
	})
}

// openGeneration opens a finished index. Everything but errInUse means that it is
// not fit for use.
func openGeneration(path string) (*generation, error) {
	removeHeld(storePath(path))
	g, err := newGeneration(path, func() (bleve.Index, error) { return bleve.OpenUsing(path, runtimeConfig()) })
	if errors.Is(err, bolt.ErrTimeout) {
		return nil, errInUse
	}
	if err != nil {
		return nil, err
	}
	if err := g.readState(); err != nil {
		g.close()
		return nil, err
	}
	return g, nil
}

// newGeneration turns a panic of Bleve over a damaged file, or one that ends too soon, into an error.
func newGeneration(path string, open func() (bleve.Index, error)) (g *generation, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			watched.Delete(storePath(path))
			g, err = nil, fmt.Errorf("opening the index: %v", r)
		}
	}()
	w := &watch{broken: make(chan struct{})}
	watched.Store(storePath(path), w)
	idx, err := open()
	if err != nil {
		watched.Delete(storePath(path))
		return nil, err
	}
	g = &generation{path: path, index: idx, broken: w.broken, checked: time.Now()}
	if info, err := os.Stat(filepath.Join(storePath(path), "root.bolt")); err == nil {
		g.listed = info.Size()
	}
	return g, nil
}

func storePath(path string) string { return path + string(os.PathSeparator) + "store" }

func (g *generation) readState() error {
	text, err := g.index.GetInternal(stateKey)
	if err != nil {
		return err
	}
	if text == nil {
		return errors.New("the index was never finished")
	}
	err = json.Unmarshal(text, &g.state)
	g.words.Store(g.state.Words)
	return err
}

// lost says that the files are no longer where they were, or no longer as long as they were.
func (g *generation) lost() bool {
	if g.cutShort() {
		return true
	}
	for _, name := range []string{"index_meta.json", filepath.Join("store", "root.bolt")} {
		if _, err := os.Stat(filepath.Join(g.path, name)); err != nil {
			return true
		}
	}
	return false
}

// cutShort says that a segment's file, or the list of segments, has become shorter than it was when
// it was opened. What is searched is a copy, but an index that is opened anew would lack it.
func (g *generation) cutShort() (cut bool) {
	shorter := func(path string, was int64) bool {
		info, err := os.Stat(path)
		return err == nil && info.Size() < was
	}
	_ = g.read(func(reader index.IndexReader) error {
		for _, one := range reader.(*scorch.IndexSnapshot).Segments() {
			if file, is := one.Segment().(*held); is {
				cut = cut || shorter(file.path, int64(len(file.Data())))
			}
		}
		return nil
	})
	return cut || shorter(filepath.Join(storePath(g.path), "root.bolt"), g.listed)
}

// read calls do with a snapshot of the index.
func (g *generation) read(do func(index.IndexReader) error) error {
	inner, err := g.index.Advanced()
	if err != nil {
		return err
	}
	reader, err := inner.Reader()
	if err != nil {
		return err
	}
	if snapshot, is := reader.(*scorch.IndexSnapshot); is && snapshot == nil {
		return bleve.ErrorIndexClosed // by somebody who found it lost meanwhile
	}
	defer reader.Close()
	return do(reader)
}

// records gives what the index holds of one source, as the function records does.
func (g *generation) records(source study.ID) (map[string]string, error) {
	out := map[string]string{}
	return out, g.read(func(reader index.IndexReader) error {
		turns, err := reader.TermFieldReader(context.Background(), []byte(source), sourceField, false, false, false)
		if err != nil {
			return err
		}
		defer turns.Close()
		for {
			turn, err := turns.Next(nil)
			if err != nil || turn == nil {
				return err
			}
			if err := readStored(reader, turn.ID, out); err != nil {
				return err
			}
		}
	})
}

// allRecords gives what the index holds.
func (g *generation) allRecords() (map[string]string, error) {
	out := map[string]string{}
	return out, g.read(func(reader index.IndexReader) error {
		turns, err := reader.DocIDReaderAll()
		if err != nil {
			return err
		}
		defer turns.Close()
		for {
			turn, err := turns.Next()
			if err != nil || turn == nil {
				return err
			}
			if err := readStored(reader, turn, out); err != nil {
				return err
			}
		}
	})
}

// readStored reads what the index has stored of a turn, from the segment that it is in.
func readStored(reader index.IndexReader, turn index.IndexInternalID, into map[string]string) error {
	number, id := turn.Value(), ""
	for _, segment := range reader.(*scorch.IndexSnapshot).Segments() {
		if size := uint64(segment.FullSize()); number >= size {
			number -= size
			continue
		}
		return segment.VisitDocument(number, func(field string, _ byte, value []byte, _ []uint64) bool {
			switch field {
			case "_id": // comes first
				id = string(value)
			case recordField:
				into[id] = string(value)
			}
			return true
		})
	}
	return errors.New("a turn is in no segment")
}

// close waits for what Bleve has to write, unless it gives up over it. One that gave up can't be
// closed: its memory is let go of with the process.
func (g *generation) close() {
	defer watched.Delete(storePath(g.path))
	closed := make(chan struct{})
	select {
	case <-g.broken:
		return
	default:
	}
	go func() {
		defer close(closed)
		defer func() { _ = recover() }()
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		_ = g.index.Close()
	}()
	select {
	case <-g.broken:
	case <-closed:
	}
}
