package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryVerbIsTold holds what the journal may say of an action against the sentences that
// the interface has for it: a verb without one would stand on the screen as it is kept.
func TestEveryVerbIsTold(t *testing.T) {
	verbs := verbsIn(t, "../app/*.go", "../store/*.go")
	if len(verbs) < 30 {
		t.Fatalf("found only %d verbs: %q", len(verbs), verbs)
	}
	told, err := os.ReadFile("../../ui/src/journal/verbs.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range verbs {
		if !regexp.MustCompile(`(?m)^  ['"]?` + regexp.QuoteMeta(verb) + `['"]?:`).Match(told) {
			t.Errorf("the interface has no sentence for %q", verb)
		}
	}
}

// verbsIn finds the verbs of actions: what is passed to act, coding and draft, the fields of
// that name, and what functions called so give back; words or a constant of study.
func verbsIn(t *testing.T, patterns ...string) (verbs []string) {
	constants := constantsIn(t, "../study/*.go")
	for _, file := range filesIn(t, patterns...) {
		ast.Inspect(file, func(n ast.Node) bool {
			for _, e := range verbOf(n) {
				if constant, of := e.(*ast.SelectorExpr); of && constants[constant.Sel.Name] != nil {
					e = constants[constant.Sel.Name]
				}
				verbs = append(verbs, literals(e)...)
			}
			return true
		})
	}
	slices.Sort(verbs)
	return slices.Compact(verbs)
}

// constantsIn finds constants by their names.
func constantsIn(t *testing.T, pattern string) map[string]ast.Expr {
	out := map[string]ast.Expr{}
	for _, file := range filesIn(t, pattern) {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, is := n.(*ast.ValueSpec); is && len(spec.Values) == len(spec.Names) {
				for i, name := range spec.Names {
					out[name.Name] = spec.Values[i]
				}
			}
			return true
		})
	}
	return out
}

// filesIn parses files that are no tests.
func filesIn(t *testing.T, patterns ...string) (out []*ast.File) {
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, file)
		}
	}
	return out
}

// verbOf gives the expressions of a node that are verbs.
func verbOf(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		called, method := n.Fun.(*ast.SelectorExpr)
		if method && slices.Contains([]string{"act", "coding", "draft"}, called.Sel.Name) && len(n.Args) > 3 {
			return n.Args[3:4]
		}
	case *ast.KeyValueExpr:
		if key, named := n.Key.(*ast.Ident); named && key.Name == "Verb" {
			return []ast.Expr{n.Value}
		}
	case *ast.FuncDecl:
		if strings.HasSuffix(strings.ToLower(n.Name.Name), "verb") {
			return returned(n.Body)
		}
	}
	return nil
}

func returned(body *ast.BlockStmt) (out []ast.Expr) {
	ast.Inspect(body, func(n ast.Node) bool {
		if r, is := n.(*ast.ReturnStmt); is {
			out = append(out, r.Results...)
		}
		return true
	})
	return out
}

func literals(of ...ast.Expr) (out []string) {
	for _, e := range of {
		if lit, is := e.(*ast.BasicLit); is && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				out = append(out, text)
			}
		}
	}
	return out
}
