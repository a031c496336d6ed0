package publish

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// converted asks LibreOffice to read a file and write it as another kind. It gives ""
// and what was said when nothing was written.
func converted(t *testing.T, file, kind, filter string) (text, said string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or the run is short")
	}
	folder := t.TempDir()
	out, err := exec.Command(office, "-env:UserInstallation=file://"+folder+"/profile", "--headless", "--convert-to", kind+filter, "--outdir", folder, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + "." + kind
	raw, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return "", string(out)
	}
	return string(raw), string(out)
}

func saved(t *testing.T, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

var telling = []string{"=cmd|'/c calc'!A1", "<script>alert(1)</script>", rtl, "wörd 🧵"}

func TestLibreOfficeReadsTheDOCXAsWritten(t *testing.T) {
	got, said := converted(t, saved(t, "hostile.docx", written(t, format(t, "docx"), hostile())), "txt", ":Text (encoded):UTF8")
	for _, want := range telling {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing; LibreOffice said %s", want, said)
		}
	}
}

func TestLibreOfficeSeesNoFormulaInTheXLSX(t *testing.T) {
	if got, _ := converted(t, saved(t, "probe.csv", []byte("a,b\n")), "fods", ""); got == "" {
		t.Skip("LibreOffice is here without its Calc")
	}
	got, said := converted(t, saved(t, "hostile.xlsx", written(t, format(t, "xlsx"), hostile())), "fods", "")
	if !strings.Contains(got, "cmd|") || strings.Contains(got, "table:formula") {
		t.Errorf("no cells, or a formula; LibreOffice said %s", said)
	}
}
