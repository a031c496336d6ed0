// Package refitest holds what is written for other programs against the schemas of REFI-QDA,
// and finds the files that other programs wrote.
package refitest

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

//go:embed *.xsd
var schemas embed.FS

// Samples finds ../shared/qdpx beside the repository, or under SELVEDGE_SHARED: files that
// other programs wrote, which hold other people's texts and so can't be in it.
func Samples(t testing.TB) string {
	t.Helper()
	if shared := os.Getenv("SELVEDGE_SHARED"); shared != "" {
		return filepath.Join(shared, "qdpx")
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		found := filepath.Join(dir, "shared", "qdpx")
		if _, err := os.Stat(found); err == nil {
			return found
		}
	}
	t.Skip("../shared/qdpx is not there")
	return ""
}

// Validate holds XML against one of the schemas, Project.xsd or Codebook.xsd.
func Validate(t testing.TB, schema string, xml []byte) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Fatal("xmllint is needed: make needs")
	}
	text, err := schemas.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(t.TempDir(), schema)
	if err := os.WriteFile(at, text, 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), "xmllint", "--noout", "--schema", at, "-")
	c.Stdin = bytes.NewReader(xml)
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("not valid: %s", out[:min(len(out), 2000)])
	}
}

// Inside is the XML of a project that was written as .qdpx.
func Inside(t testing.TB, archive []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := z.Open("project.qde")
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	out, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// PDF is a PDF with one line of text, as short as PDFium reads it.
func PDF(text string) string {
	content := "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET"
	return fmt.Sprintf("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n"+
		"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n", len(content), content)
}
