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
		if !regexp.MustCompile(`(?m)^  ('` + regexp.QuoteMeta(verb) + `'|` + regexp.QuoteMeta(verb) + `):`).Match(told) {
			t.Errorf("the interface has no sentence for %q", verb)
		}
	}
}

// verbsIn finds the verbs of actions: what is passed to act, coding and draft, the fields of
// that name, and what functions called so give back.
func verbsIn(t *testing.T, patterns ...string) (verbs []string) {
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			verbs = append(verbs, literals(verbOf(n)...)...)
			return true
		})
	}
	slices.Sort(verbs)
	return slices.Compact(verbs)
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
