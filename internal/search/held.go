package search

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// Bleve maps the files of segments into memory. Were one cut short meanwhile, the system would end the
// program where it reads on, and bytes that turn would be read as they turned. So each is opened
// through a copy that only this process has: it is compared with its checksum, mapped, and has no name
// in the folder from then on. Its pages come and go in memory as those of the file would.

const (
	heldFiles      = "*.held" // copies on their way; those of a process that ended are left over
	faultsArePanic = "selvedge"
)

func init() {
	scorch.RegisterSegmentPlugin(&holding{copy: copyOf}, true)
	// The list of segments is mapped too, and read by goroutines of Bleve's, which survive a panic but
	// not a fault. They call this as they begin.
	scorch.RegistryEventCallbacks[faultsArePanic] = func(scorch.Event) bool {
		debug.SetPanicOnFault(true)
		return true
	}
}

// holding opens segments through copies. All else it leaves to Bleve's own format.
type holding struct {
	zap.ZapPlugin
	copy func(path string) (name string, err error)
}

// Open implements scorch.SegmentPlugin.
func (h *holding) Open(path string) (segment.Segment, error) { return h.OpenUsing(path, nil) }

// OpenUsing implements scorch.SegmentPlugin. On a full disk a segment is read from its file itself.
func (h *holding) OpenUsing(path string, config map[string]any) (segment.Segment, error) {
	copied, err := h.copy(path)
	switch {
	case errors.Is(err, syscall.ENOSPC):
		copied = path
	case err != nil:
		return nil, err
	default:
		defer os.Remove(copied)
	}
	if err := verifyFile(copied); err != nil {
		return nil, err
	}
	opened, err := h.ZapPlugin.OpenUsing(copied, config)
	if err != nil {
		return nil, err
	}
	return &held{opened.(*zap.Segment), path}, nil
}

func copyOf(path string) (name string, err error) {
	from, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer from.Close()
	to, err := os.CreateTemp(filepath.Dir(path), heldFiles)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Close()); err != nil {
		_ = os.Remove(to.Name())
	}
	return to.Name(), err
}

// removeHeld deletes copies that a process left which ended while it made them.
func removeHeld(store string) {
	left, _ := filepath.Glob(filepath.Join(store, heldFiles))
	for _, path := range left {
		_ = os.Remove(path)
	}
}

// held is a segment whose bytes are a copy.
type held struct {
	*zap.Segment
	path string
}

// Path is the file of which it is a copy.
func (h *held) Path() string { return h.path }

// Merge implements scorch.SegmentPlugin.
func (h *holding) Merge(segments []segment.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, report segment.StatsReporter) ([][]uint64, uint64, error) {
	return h.MergeUsing(segments, drops, path, stop, report, nil)
}

// MergeUsing implements scorch.SegmentPlugin.
func (h *holding) MergeUsing(segments []segment.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, report segment.StatsReporter, config map[string]any) ([][]uint64, uint64, error) {
	own := make([]segment.Segment, len(segments))
	for i, one := range segments {
		own[i] = one
		if h, is := one.(*held); is {
			own[i] = h.Segment
		}
	}
	return h.ZapPlugin.MergeUsing(own, drops, path, stop, report, config)
}
