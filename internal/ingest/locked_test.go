package ingest

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

func TestAProtectedOfficeFileAsksForItsPasswordAndOpensWithIt(t *testing.T) {
	whole := docx(para("Hello there"), "word/media/noise.bin", noise(6000))
	locked, err := excelize.Encrypt([]byte(whole+strings.Repeat("\x00", 15-(len(whole)-1)%16)), &excelize.Options{Password: "open sesame"})
	if err != nil {
		t.Fatal(err)
	}
	for password, says := range map[string]string{"": "protected with a password", "wrong": "doesn't open"} {
		_, err := Read(t.Context(), "a.docx", locked, Options{Password: password})
		if known, ok := errors.AsType[*study.Error](err); !ok || known.Fields["password"] == "" || !strings.Contains(err.Error(), says) {
			t.Errorf("with %q: %v", password, err)
		}
	}
	doc, err := Read(t.Context(), "a.docx", locked, Options{Password: "open sesame"})
	if err != nil || doc.Text != "Hello there" {
		t.Errorf("opened: %v", err)
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
