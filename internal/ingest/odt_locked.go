package ingest

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
	//lint:ignore SA1019 older OpenOffice locked files with it, and they are only read
	"golang.org/x/crypto/blowfish"

	"github.com/selvedge/selvedge/internal/study"
)

const (
	maxArgonMemory = 256 << 10 // KiB; LibreOffice takes 64 MiB
	maxArgonRounds = 10        // LibreOffice takes 3
	wholePackage   = "encrypted-package"
)

var (
	errSlowLock    = study.Errorf(study.TooLarge, "The file's protection takes too long to undo: take the password off and add it again.")
	errUnknownLock = study.Errorf(study.Invalid, "The file is protected in a way that can't be undone here: save it without a password and add it again.")
)

// odtLock is how one part of an OpenDocument is protected, as the manifest tells it.
type odtLock struct {
	cipher, derivation, start  string
	vector, salt, checksum     []byte
	size, rounds, memory, lane int // size in bytes of the key, memory in KiB
}

// odtLocks gives the protected parts by name.
func (a *archive) odtLocks(ctx context.Context) (map[string]*odtLock, error) {
	locks := map[string]*odtLock{}
	if a.parts["meta-inf/manifest.xml"] == nil {
		return locks, nil
	}
	name, lock := "", &odtLock{}
	err := a.walk(ctx, "META-INF/manifest.xml", func(token xml.Token) error {
		t, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case t.Name.Local == "file-entry":
			name, lock = partName(attr(t, "full-path")), &odtLock{size: 16}
		case t.Name.Local == "encryption-data":
			lock.checksum = unbase64(attr(t, "checksum"))
			locks[name] = lock
		default:
			lock.read(t)
		}
		return nil
	})
	return locks, err
}

func (l *odtLock) read(t xml.StartElement) {
	switch t.Name.Local {
	case "algorithm":
		l.cipher, l.vector = strings.ToLower(attr(t, "algorithm-name")), unbase64(attr(t, "initialisation-vector"))
	case "start-key-generation":
		l.start = strings.ToLower(attr(t, "start-key-generation-name"))
	case "key-derivation":
		l.derivation, l.salt = strings.ToLower(attr(t, "key-derivation-name")), unbase64(attr(t, "salt"))
		l.rounds = max(whole(attr(t, "iteration-count")), whole(attr(t, "argon2-iterations")))
		l.memory, l.lane = whole(attr(t, "argon2-memory")), whole(attr(t, "argon2-lanes"))
		if size := whole(attr(t, "key-size")); size > 0 {
			l.size = size
		}
	}
}

func unbase64(s string) []byte {
	out, _ := base64.StdEncoding.DecodeString(s) // nothing, which opens nothing, where it is none
	return out
}

// unlockODT gives the archive with its parts in the clear, or asks for the password.
func (a *archive) unlockODT(ctx context.Context, password string) (*archive, error) {
	locks, err := a.odtLocks(ctx)
	if err != nil || len(locks) == 0 {
		return a, err
	}
	if password == "" {
		return nil, errLocked
	}
	if lock := locks[wholePackage]; lock != nil {
		packed, err := a.unlockPart(ctx, wholePackage, lock, password)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), MaxFile+1))
		if err != nil || len(data) > MaxFile {
			return nil, errDamaged
		}
		return openArchive(data)
	}
	a.opened = map[string][]byte{}
	for _, name := range []string{"content.xml", "styles.xml"} {
		if lock := locks[name]; lock != nil && a.parts[name] != nil {
			if a.opened[name], err = a.unlockPart(ctx, name, lock, password); err != nil {
				return nil, err
			}
		}
	}
	return a, nil
}

// unlockPart gives a part as it was before it was protected, which is deflated.
func (a *archive) unlockPart(ctx context.Context, name string, lock *odtLock, password string) ([]byte, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	part := a.parts[name]
	if part == nil {
		return nil, errDamaged
	}
	body, err := part.Open()
	if err != nil {
		return nil, errDamaged
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, maxPart))
	if err != nil {
		return nil, errDamaged
	}
	key, err := lock.key(password)
	if err != nil {
		return nil, err
	}
	return lock.open(data, key)
}

func (l *odtLock) key(password string) ([]byte, error) {
	start := sha1.New()
	if strings.HasSuffix(l.start, "sha256") {
		start = sha256.New()
	}
	start.Write([]byte(password))
	secret := start.Sum(nil)
	switch {
	case l.rounds < 1 || l.rounds > maxSpins || l.size > 32:
		return nil, errSlowLock
	case l.derivation == "pbkdf2" || strings.HasSuffix(l.derivation, "#pbkdf2"):
		return pbkdf2.Key(sha1.New, string(secret), l.salt, l.rounds, l.size)
	case !strings.HasSuffix(l.derivation, ":argon2id"):
		return nil, errUnknownLock
	case l.rounds > maxArgonRounds || l.memory > maxArgonMemory || l.lane < 1 || l.lane > 16:
		return nil, errSlowLock
	}
	return argon2.IDKey(secret, l.salt, uint32(l.rounds), uint32(l.memory), uint8(l.lane), uint32(l.size)), nil
}

func (l *odtLock) open(data, key []byte) ([]byte, error) {
	switch {
	case strings.HasSuffix(l.cipher, "#aes256-gcm"):
		return openGCM(data, key)
	case strings.HasSuffix(l.cipher, "-cbc") && len(l.vector) == aes.BlockSize && len(data)%aes.BlockSize == 0 && len(data) > 0:
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil, errUnknownLock
		}
		cipher.NewCBCDecrypter(block, l.vector).CryptBlocks(data, data)
		padding := min(int(data[len(data)-1]), len(data))
		return l.checked(data[:len(data)-padding])
	case strings.Contains(l.cipher, "blowfish") && len(l.vector) == blowfish.BlockSize:
		block, err := blowfish.NewCipher(key)
		if err != nil {
			return nil, errUnknownLock
		}
		return l.checked(openCFB(block, l.vector, data))
	}
	return nil, errUnknownLock
}

// openGCM opens what begins with its vector and ends with its tag.
func openGCM(data, key []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, errUnknownLock
	}
	mode, err := cipher.NewGCM(block)
	if err != nil || len(data) < mode.NonceSize() {
		return nil, errDamaged
	}
	out, err := mode.Open(nil, data[:mode.NonceSize()], data[mode.NonceSize():], nil)
	if err != nil {
		return nil, errWrongKey
	}
	return out, nil
}

// openCFB undoes cipher feedback in whole blocks, with which OpenOffice protected files.
func openCFB(block cipher.Block, vector, data []byte) []byte {
	out, pad := make([]byte, len(data)), bytes.Clone(vector)
	for at := 0; at < len(data); at += len(pad) {
		block.Encrypt(pad, pad)
		for i := at; i < min(at+len(pad), len(data)); i++ {
			out[i] = data[i] ^ pad[i-at]
			pad[i-at] = data[i]
		}
	}
	return out
}

// checked holds the first KiB against its checksum: another password gives noise.
func (l *odtLock) checked(data []byte) ([]byte, error) {
	head := data[:min(len(data), 1024)]
	one, two := sha1.Sum(head), sha256.Sum256(head)
	if !bytes.Equal(l.checksum, one[:]) && !bytes.Equal(l.checksum, two[:]) {
		return nil, errWrongKey
	}
	return data, nil
}
