package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"

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
	return &Blobs{root}, nil
}

// Close lets go of the folder.
func (b *Blobs) Close() error { return b.root.Close() }

// Put keeps data and gives its SHA-256 in hexadecimal. What is there already, unharmed, is
// not written again.
func (b *Blobs) Put(_ context.Context, project study.ID, data []byte) (string, error) {
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:])
	name, err := blobName(project, key)
	if err != nil {
		return "", err
	}
	if there, err := b.root.ReadFile(name); err == nil && bytes.Equal(there, data) {
		return key, nil
	}
	if err := b.root.MkdirAll(path.Dir(name), 0o700); err != nil {
		return "", study.Wrap(err, "keep the file")
	}
	return key, study.Wrap(errors.Join(b.write(name, data), b.sync(path.Dir(name)), b.sync(".")), "keep the file")
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

// write goes through a temporary name, so that a crash leaves no half file under the real one.
func (b *Blobs) write(name string, data []byte) error {
	temporary := name + "." + rand.Text()[:8]
	f, err := b.root.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = b.root.Rename(temporary, name)
	}
	if err != nil {
		_ = b.root.Remove(temporary)
	}
	return err
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

// Drop removes all files of a project.
func (b *Blobs) Drop(_ context.Context, project study.ID) error {
	id, err := study.ParseID(string(project))
	if err != nil {
		return err
	}
	return study.Wrap(b.root.RemoveAll(string(id)), "remove the files")
}

// Each gives every file with its project and key.
func (b *Blobs) Each(give func(project, key string, data []byte) error) error {
	return fs.WalkDir(b.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || len(path.Base(name)) != 2*sha256.Size {
			return err
		}
		data, err := b.root.ReadFile(name)
		if err != nil {
			return err
		}
		return give(path.Dir(name), path.Base(name), data)
	})
}
