package house

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write NOTICE anew")

const noticeHead = `Selvedge
Copyright 2026 The Selvedge authors

Licensed under the Apache License, Version 2.0; see LICENSE.

The program is linked with these Go modules, and with the Go standard library
(BSD-3-Clause, Copyright The Go Authors). The texts of their licences are in the
modules' own sources. go-pdfium carries PDFium (BSD-3-Clause, Copyright The PDFium
Authors) as WebAssembly, with the libraries that PDFium is built of.

`

// licences are recognised by a phrase of their text, the stricter first.
var licences = []struct{ phrase, name string }{
	{"GNU AFFERO", "AGPL"}, {"GNU LESSER", "LGPL"}, {"GNU GENERAL PUBLIC", "GPL"}, {"Mozilla Public License", "MPL-2.0"},
	{"Apache License", "Apache-2.0"}, {"Permission is hereby granted, free of charge", "MIT"},
	{"Redistribution and use in source and binary forms", "BSD"}, {"Permission to use, copy, modify, and", "ISC"},
}

// refused are licences that would bind whoever passes the program on.
var refused = regexp.MustCompile(`^(A|L)?GPL|SSPL|BUSL|unknown|^$`)

func TestNOTICENamesAllThatIsLinkedAndNothingElse(t *testing.T) {
	lines := append(goNotices(t), "", "The interface holds these packages:", "")
	want := noticeHead + strings.Join(append(lines, uiNotices(t)...), "\n") + "\n"
	file := filepath.Join("..", "..", "NOTICE")
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("NOTICE is out of date; run: go test ./internal/house -run NOTICE -update")
	}
}

// goNotices gives a line for each module that is linked into the program.
func goNotices(t *testing.T) (lines []string) {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", module+"cmd/selvedge")
	list.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0") // as it is shipped
	text, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	modules := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if path, dir, found := strings.Cut(strings.TrimSpace(line), " "); found {
			modules[path] = dir
		}
	}
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		name, holder := licence(t, modules[path])
		if refused.MatchString(name) {
			t.Errorf("the licence of %s is %s", path, name)
		}
		lines = append(lines, strings.TrimRight(fmt.Sprintf("  %s (%s) %s", path, name, holder), " "))
	}
	return lines
}

var copyright = regexp.MustCompile(`(?mi)^\W*(Copyright (?:\(c\)|©|\d).*?)\s*$`)

// licence reads a module's licence and who holds its copyright.
func licence(t *testing.T, dir string) (name, holder string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		base := strings.ToUpper(strings.TrimSuffix(file.Name(), filepath.Ext(file.Name())))
		if base != "LICENSE" && base != "COPYING" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if found := copyright.FindStringSubmatch(string(text)); found != nil {
			holder = found[1]
		}
		for _, l := range licences {
			if strings.Contains(string(text), l.phrase) {
				return l.name, holder
			}
		}
	}
	return "unknown", holder
}

// uiNotices gives a line for each package that the interface is built with.
func uiNotices(t *testing.T) (lines []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "ui", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct {
			License     string
			Dev         bool
			DevOptional bool
		}
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(lock.Packages)) {
		p := lock.Packages[path]
		if path == "" || p.Dev || p.DevOptional {
			continue
		}
		if refused.MatchString(p.License) {
			t.Errorf("the licence of %s is %q", path, p.License)
		}
		lines = append(lines, fmt.Sprintf("  %s (%s)", strings.TrimPrefix(path, "node_modules/"), p.License))
	}
	if len(lines) == 0 {
		t.Error("the interface is built with nothing")
	}
	return lines
}
