package ingest

import (
	"bytes"
	"compress/flate"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/crypto/argon2"

	"github.com/selvedge/selvedge/internal/study"
)

func TestAProtectedOfficeFileAsksForItsPasswordAndOpensWithIt(t *testing.T) {
	whole := docx(para("Hello there"), "word/media/noise.bin", noise(6000))
	locked, err := excelize.Encrypt([]byte(whole+strings.Repeat("\x00", 15-(len(whole)-1)%16)), &excelize.Options{Password: "open sesame"})
	if err != nil {
		t.Fatal(err)
	}
	opens(t, "a.docx", locked, "open sesame", "Hello there")
}

// opens reads a file with an empty, a wrong and the right password.
func opens(t *testing.T, name string, data []byte, password, want string) {
	t.Helper()
	for wrong, says := range map[string]string{"": "protected with a password", "wrong": "doesn't open"} {
		_, err := Read(t.Context(), name, data, Options{Password: wrong})
		if known, ok := errors.AsType[*study.Error](err); !ok || known.Fields["password"] == "" || !strings.Contains(err.Error(), says) {
			t.Errorf("%s with %q: %v", name, wrong, err)
		}
	}
	doc, err := Read(t.Context(), name, data, Options{Password: password})
	if err != nil || doc.Text != want {
		t.Errorf("%s opened: %v, %+v", name, err, doc)
	}
}

// TestAProtectedOpenDocumentAsksForItsPasswordAndOpensWithIt takes files that LibreOffice
// wrote, for ODF 1.3 and for ODF 1.1.
func TestAProtectedOpenDocumentAsksForItsPasswordAndOpensWithIt(t *testing.T) {
	for _, name := range []string{"password-aes.odt", "password-blowfish.odt"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		opens(t, name, data, "open sesame", "We grew up by the sea.\nUntil the road came.\nYes.\nAnd then?")
	}
}

// wrapped puts a file into a package that is protected as a whole, as LibreOffice does
// since 24.8; lock is the way to the key.
func wrapped(t *testing.T, whole, password, lock string) []byte {
	t.Helper()
	start, salt := sha256.Sum256([]byte(password)), []byte("0123456789abcdef")
	block, err := aes.NewCipher(argon2.IDKey(start[:], salt, 3, 64, 4, 32))
	if err != nil {
		t.Fatal(err)
	}
	mode, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.BestSpeed)
	_, _ = w.Write([]byte(whole))
	_ = w.Close()
	vector := []byte("twelve bytes")
	manifest := `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:loext="x"><m:file-entry m:full-path="encrypted-package"><m:encryption-data>
		<m:algorithm m:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" m:initialisation-vector="` + base64.StdEncoding.EncodeToString(vector) + `"/>
		<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" m:key-size="32"/><m:key-derivation m:key-size="32" m:salt="` + base64.StdEncoding.EncodeToString(salt) + `" ` + lock + `/></m:encryption-data></m:file-entry></m:manifest>`
	return []byte(zipped("mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", manifest, "encrypted-package", string(mode.Seal(vector, vector, packed.Bytes(), nil))))
}

func TestAnOpenDocumentThatIsProtectedAsAWholeOpens(t *testing.T) {
	const argon = `m:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" loext:argon2-iterations="3" loext:argon2-lanes="4" loext:argon2-memory=`
	whole := odt1(`<text:p>Hello there</text:p>`)
	opens(t, "a.odt", wrapped(t, whole, "open sesame", argon+`"64"`), "open sesame", "Hello there")
	for lock, says := range map[string]string{argon + `"99999999"`: "takes too long", `m:key-derivation-name="PBKDF2" m:iteration-count="99999999"`: "takes too long", `m:key-derivation-name="PGP" m:iteration-count="1"`: "can't be undone"} {
		if _, err := Read(t.Context(), "a.odt", wrapped(t, whole, "x", lock), Options{Password: "x"}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", lock, err)
		}
	}
}

// noise is bytes that don't pack: the container of a short file is made otherwise.
func noise(n int) string {
	dice, out := rand.New(rand.NewPCG(1, 2)), make([]byte, n)
	for i := range out {
		out[i] = byte(dice.Uint32())
	}
	return string(out)
}
