package house

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/selvedge/selvedge/"

// storeys are the rooms from the ground up. A room imports rooms of lower storeys only.
var storeys = [][]string{
	{"migrations", "ui", "study", "pdfium"},
	{"store", "search", "ingest", "refi", "publish", "analysis", "statistics"},
	{"app"},
	{"web", "demo"},
	{"cmd"},
}

// onlyIn says which room may use a foreign library, by the beginning of its import path.
var onlyIn = map[string]string{
	"gorm.io/":                          "store",
	"modernc.org/sqlite":                "store",
	"github.com/jackc/":                 "store",
	"github.com/pressly/goose/":         "store",
	"github.com/blevesearch/":           "search",
	"github.com/gin-gonic/":             "web",
	"github.com/gorilla/":               "web",
	"github.com/danielgtaylor/":         "web",
	"github.com/alecthomas/kong":        "cmd",
	"github.com/klippa-app/":            "pdfium",
	"github.com/tetratelabs/":           "pdfium",
	"gonum.org/":                        "statistics",
	module + "migrations":               "store",
	module + "ui":                       "cmd",
	module + "internal/store/storetest": "no room, only in tests",
	module + "internal/refi/refitest":   "no room, only in tests",
}

var emptyNames = []string{"utils", "util", "common", "helpers", "helper", "types", "manager", "misc"}

// pkg is what go list says of a package.
type pkg struct {
	ImportPath, Dir, Name     string
	GoFiles                   []string
	Imports                   []string
	TestImports, XTestImports []string
}

func TestEveryImportRunsDownwards(t *testing.T) {
	for _, p := range packages(t) {
		for _, fault := range importFaults(p) {
			t.Error(fault)
		}
	}
}

func TestForeignLibrariesStayInTheirRooms(t *testing.T) {
	for _, p := range packages(t) {
		for _, fault := range libraryFaults(p) {
			t.Error(fault)
		}
	}
}

func TestNamesSayWhatIsInside(t *testing.T) {
	for _, p := range packages(t) {
		for _, fault := range nameFaults(p) {
			t.Error(fault)
		}
	}
}

func TestOnlyTheCommandReadsTheEnvironment(t *testing.T) {
	for _, p := range packages(t) {
		if room(p.ImportPath) == "cmd" || strings.HasSuffix(p.Name, "test") {
			continue
		}
		for _, file := range p.GoFiles {
			if reads := environment(t, filepath.Join(p.Dir, file), nil); reads != "" {
				t.Errorf("%s/%s calls %s; take it as an argument from cmd", p.ImportPath, file, reads)
			}
		}
	}
}

func TestTheRulesFindWhatBreaksThem(t *testing.T) {
	broken := map[string][]string{
		"study imports store":     importFaults(made("study", module+"internal/store")),
		"study imports a library": importFaults(made("study", "gorm.io/gorm")),
		"siblings":                importFaults(made("search", module+"internal/ingest")),
		"upwards":                 importFaults(made("app", module+"internal/web")),
		"an unknown room":         importFaults(made("garage")),
		"GORM in app":             libraryFaults(made("app", "gorm.io/gorm")),
		"Bleve in web":            libraryFaults(made("web", "github.com/blevesearch/bleve/v2")),
		"Gin in app":              libraryFaults(made("app", "github.com/gin-gonic/gin")),
		"sessions in app":         libraryFaults(made("app", "github.com/gorilla/sessions")),
		"migrations in app":       libraryFaults(made("app", module+"migrations")),
		"storetest in app":        libraryFaults(made("app", module+"internal/store/storetest")),
		"an empty package name":   nameFaults(made("store/helpers")),
		"an empty file name":      nameFaults(pkg{ImportPath: module + "internal/app", Name: "app", GoFiles: []string{"utils.go"}}),
	}
	for what, faults := range broken {
		if len(faults) == 0 {
			t.Errorf("nothing was found wrong with %s", what)
		}
	}
	for _, call := range []string{"Getenv", "LookupEnv", "Environ", "ExpandEnv"} {
		source := "package app\nimport \"os\"\nvar x = os." + call
		if environment(t, "app.go", strings.NewReader(source)) == "" {
			t.Errorf("os.%s was not noticed", call)
		}
	}
	if faults := append(importFaults(made("app", module+"internal/store", "context")), libraryFaults(made("store", "gorm.io/gorm"))...); len(faults) > 0 {
		t.Errorf("what is allowed was refused: %v", faults)
	}
}

func made(name string, imports ...string) pkg {
	return pkg{ImportPath: module + "internal/" + name, Name: path.Base(name), Imports: imports}
}

// room is the part of the house that a package belongs to; "" for what is not ours.
func room(importPath string) string {
	inside, ours := strings.CutPrefix(importPath, module)
	if !ours {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(inside, "internal/"), "/")
	return first
}

func storey(room string) int {
	return slices.IndexFunc(storeys, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

func importFaults(p pkg) (faults []string) {
	own := room(p.ImportPath)
	if own == "house" {
		return nil
	}
	if storey(own) < 0 {
		return []string{p.ImportPath + " is on no storey: give it one in docs/architecture.md and in this test"}
	}
	for _, i := range p.Imports {
		other := room(i)
		switch {
		case own == "study" && (other != "" || foreign(i)):
			faults = append(faults, fmt.Sprintf("%s imports %s; it may use the standard library only", p.ImportPath, i))
		case other != "" && other != own && storey(other) >= storey(own):
			faults = append(faults, fmt.Sprintf("%s imports %s, which is not below it", p.ImportPath, i))
		}
	}
	return faults
}

// foreign says whether an import path is outside the standard library.
func foreign(importPath string) bool {
	host, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(host, ".")
}

func libraryFaults(p pkg) (faults []string) {
	for _, i := range p.Imports {
		for library, home := range onlyIn {
			if strings.HasPrefix(i, library) && room(p.ImportPath) != home {
				faults = append(faults, fmt.Sprintf("%s imports %s, which belongs in %s", p.ImportPath, i, home))
			}
		}
	}
	return faults
}

func nameFaults(p pkg) (faults []string) {
	if slices.Contains(emptyNames, path.Base(p.ImportPath)) || slices.Contains(emptyNames, p.Name) {
		faults = append(faults, p.ImportPath+": the name says nothing of what is inside")
	}
	for _, file := range p.GoFiles {
		if slices.Contains(emptyNames, strings.TrimSuffix(file, ".go")) {
			faults = append(faults, p.ImportPath+"/"+file+": the name says nothing of what is inside")
		}
	}
	return faults
}

// environment names the first call by which a file reads the environment.
func environment(t *testing.T, file string, source io.Reader) (found string) {
	t.Helper()
	var in any
	if source != nil {
		in = source
	}
	tree, err := parser.ParseFile(token.NewFileSet(), file, in, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		if call, ok := n.(*ast.SelectorExpr); ok && fmt.Sprint(call.X) == "os" && slices.Contains([]string{"Getenv", "LookupEnv", "Environ", "ExpandEnv"}, call.Sel.Name) {
			found = "os." + call.Sel.Name
		}
		return found == ""
	})
	return found
}

func packages(t *testing.T) (out []pkg) {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Dir,Name,GoFiles,Imports,TestImports,XTestImports", module+"...")
	text, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for in := json.NewDecoder(strings.NewReader(string(text))); ; {
		var p pkg
		if err := in.Decode(&p); err == io.EOF {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
}
