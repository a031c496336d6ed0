package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
	"time"

	"github.com/selvedge/selvedge/internal/study"
)

// Blobs keeps uploaded files byte for byte, by project and SHA-256. Names that people
// give to files never become paths.
type Blobs struct{ root *os.Root }

// OpenBlobs opens the files at an address: a folder, which is made when it is missing.
func OpenBlobs(address string) (*Blobs, error) {
	if strings.Contains(address, "://") {
		return nil, study.Errorf(study.Invalid, "SELVEDGE_BLOB_URL can only be a folder in this version; leave it empty to use the data folder.")
	}
	if err := os.MkdirAll(address, 0o700); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(address)
	if err != nil {
		return nil, err
	}
	b := &Blobs{root}
	return b, b.sweep()
}

// Close lets go of the folder.
func (b *Blobs) Close() error { return b.root.Close() }

// BlobKey is what data is kept under: its SHA-256 in hexadecimal.
func BlobKey(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Put keeps data and gives its SHA-256 in hexadecimal. What is there already, unharmed, is
// not written again.
func (b *Blobs) Put(ctx context.Context, project study.ID, data []byte) (string, error) {
	key := BlobKey(data)
	name, err := blobName(project, key)
	if err != nil {
		return "", err
	}
	if there, err := b.root.ReadFile(name); err == nil && bytes.Equal(there, data) {
		return key, nil
	}
	key, _, err = b.PutFrom(ctx, project, bytes.NewReader(data), int64(len(data)))
	return key, err
}

// PutFrom keeps what a reader gives, as it comes, and gives its SHA-256 in hexadecimal and
// its size in bytes. More than limit bytes are TooLarge, and a full disk is Full; then, and
// when the reader fails, nothing is left behind.
func (b *Blobs) PutFrom(_ context.Context, project study.ID, r io.Reader, limit int64) (key string, size int64, err error) {
	id, err := study.ParseID(string(project))
	if err != nil {
		return "", 0, err
	}
	if err := b.root.MkdirAll(string(id), 0o700); err != nil {
		return "", 0, keeping(err)
	}
	temporary := path.Join(string(id), rand.Text()+unfinished)
	defer func() {
		if err != nil {
			_ = b.root.Remove(temporary)
		}
	}()
	sum := sha256.New()
	if size, err = b.fill(temporary, io.TeeReader(io.LimitReader(r, limit+1), sum)); err != nil {
		return "", 0, keeping(err)
	}
	if size > limit {
		return "", 0, study.Errorf(study.TooLarge, "This is larger than the %s that it may have.", study.Bytes(limit))
	}
	key = hex.EncodeToString(sum.Sum(nil))
	err = errors.Join(b.root.Rename(temporary, path.Join(string(id), key)), b.sync(string(id)), b.sync("."))
	return key, size, keeping(err)
}

// fill writes a new file to the disk and says how long it is.
func (b *Blobs) fill(name string, r io.Reader) (int64, error) {
	f, err := b.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(f, r)
	return n, errors.Join(err, f.Sync(), f.Close())
}

// keeping says what went wrong when a file was to be kept.
func keeping(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return study.Errorf(study.Full, "There is no room left on the server for this file. Nothing was saved; tell whoever runs the server.")
	}
	return study.Wrap(err, "keep the file")
}

// unfinished ends the names of files that are being written.
const unfinished = ".part"

// sweep removes what a crash left half written. What is younger than a day may be on its way.
func (b *Blobs) sweep() error {
	return fs.WalkDir(b.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, unfinished) {
			return err
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another process has just finished it
		}
		if err != nil || time.Since(info.ModTime()) < 24*time.Hour {
			return err
		}
		return b.root.Remove(name)
	})
}

// blobName is where a key of a project is kept. Both are made of letters, digits and
// hyphens only, whatever asked for them.
func blobName(project study.ID, key string) (string, error) {
	id, err := study.ParseID(string(project))
	if err != nil {
		return "", err
	}
	if raw, err := hex.DecodeString(key); err != nil || len(raw) != sha256.Size {
		return "", study.Errorf(study.NotFound, "The uploaded file is not there any more.")
	}
	return path.Join(string(id), key), nil
}

// sync makes the names in a folder outlast a loss of power.
func (b *Blobs) sync(folder string) error {
	f, err := b.root.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Get gives the bytes of a key, checked against it.
func (b *Blobs) Get(_ context.Context, project study.ID, key string) ([]byte, error) {
	name, err := blobName(project, key)
	if err != nil {
		return nil, err
	}
	data, err := b.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, study.Errorf(study.NotFound, "The uploaded file is not there any more.")
	}
	if err != nil {
		return nil, study.Wrap(err, "read the file")
	}
	sum := sha256.Sum256(data)
	if want, _ := hex.DecodeString(key); !bytes.Equal(sum[:], want) {
		return nil, study.Wrap(errors.New("the stored bytes of "+key+" have changed"), "read the file")
	}
	return data, nil
}

// Open gives a file to read from any place of it, with its size in bytes; the caller closes
// it. The bytes are not held against the key: that would mean to read all of them.
func (b *Blobs) Open(_ context.Context, project study.ID, key string) (io.ReadSeekCloser, int64, error) {
	name, err := blobName(project, key)
	if err != nil {
		return nil, 0, err
	}
	f, err := b.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, study.Errorf(study.NotFound, "The uploaded file is not there any more.")
	}
	if err != nil {
		return nil, 0, study.Wrap(err, "read the file")
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, study.Wrap(errors.Join(err, f.Close()), "read the file")
	}
	return f, info.Size(), nil
}

// Remove deletes a file for good. One that is not there is no error.
func (b *Blobs) Remove(_ context.Context, project study.ID, key string) error {
	name, err := blobName(project, key)
	if err != nil {
		return err
	}
	if err := b.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return study.Wrap(err, "remove the file")
	}
	return study.Wrap(b.sync(path.Dir(name)), "remove the file")
}

// Drop removes all files of a project.
func (b *Blobs) Drop(_ context.Context, project study.ID) error {
	id, err := study.ParseID(string(project))
	if err != nil {
		return err
	}
	return study.Wrap(b.root.RemoveAll(string(id)), "remove the files")
}

// Each gives every file with its project, key and size in bytes, open to be read once.
func (b *Blobs) Each(give func(project, key string, size int64, r io.Reader) error) error {
	return b.each(".", give)
}

// EachOf gives every file of a project with its key and size in bytes, open to be read once.
func (b *Blobs) EachOf(project study.ID, give func(key string, size int64, r io.Reader) error) error {
	id, err := study.ParseID(string(project))
	if err != nil {
		return err
	}
	err = b.each(string(id), func(_, key string, size int64, r io.Reader) error { return give(key, size, r) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it has none
	}
	return err
}

func (b *Blobs) each(from string, give func(project, key string, size int64, r io.Reader) error) error {
	return fs.WalkDir(b.root.FS(), from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || len(path.Base(name)) != 2*sha256.Size {
			return err
		}
		f, err := b.root.Open(name)
		if err != nil {
			return err
		}
		info, err := f.Stat()
		if err == nil {
			err = give(path.Dir(name), path.Base(name), info.Size(), f)
		}
		return errors.Join(err, f.Close())
	})
}
