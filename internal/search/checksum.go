package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// verifyFiles compares every segment file with the checksum at its end, which Bleve
// itself never does: flipped bytes would be wrong hits, not errors.
func (g *generation) verifyFiles() error {
	return g.read(func(reader index.IndexReader) error {
		snapshot, ok := reader.(*scorch.IndexSnapshot)
		if !ok {
			return fmt.Errorf("the index reads through a %T", reader)
		}
		for _, s := range snapshot.Segments() {
			if file, ok := s.Segment().(segment.PersistedSegment); ok {
				if err := verifyFile(file.Path()); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// verifyFile reads a segment: its last four bytes are the CRC-32 of all before.
// One that a merge has replaced and deleted meanwhile is no fault.
func verifyFile(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < 4 {
		return fmt.Errorf("segment %s is cut short", info.Name())
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-4); err != nil {
		return err
	}
	var want uint32
	if err := binary.Read(f, binary.BigEndian, &want); err != nil {
		return err
	}
	if sum.Sum32() != want {
		return fmt.Errorf("segment %s differs from its checksum", info.Name())
	}
	return nil
}
