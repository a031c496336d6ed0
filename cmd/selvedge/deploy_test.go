package main

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const top = "../.." // the repository

// settings are the variables that a type reads by its env tags.
func settings(of reflect.Type) map[string]bool {
	out := map[string]bool{}
	for i := range of.NumField() {
		if name := of.Field(i).Tag.Get("env"); name != "" {
			out[name] = true
		}
	}
	return out
}

var variable = regexp.MustCompile(`\bSELVEDGE_[A-Z_]+\b`)

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(top, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// writtenDown are the files that tell people what to set.
func writtenDown(t *testing.T) []string {
	t.Helper()
	out := []string{"Dockerfile", "docker-compose.yml", "README.md", "Makefile", ".ci/dev"}
	err := filepath.WalkDir(filepath.Join(top, "docs"), func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".md" {
			path, err = filepath.Rel(top, path)
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEverySettingThatIsWrittenDownExists(t *testing.T) {
	known := settings(reflect.TypeFor[Config]())
	for name := range settings(reflect.TypeFor[addUser]()) {
		known[name] = true
	}
	known["SELVEDGE_TEST_POSTGRES"], known["SELVEDGE_SHARED"] = true, true // read by tests only
	found := 0
	for _, file := range writtenDown(t) {
		for _, name := range variable.FindAllString(readFile(t, file), -1) {
			if found++; !known[name] {
				t.Errorf("%s names %s, which nothing reads", file, name)
			}
		}
	}
	if found < len(known) {
		t.Errorf("only %d settings were found written down", found)
	}
}

func TestEverySettingIsInTheOperatingGuide(t *testing.T) {
	guide := readFile(t, "docs/operating.md")
	for name := range settings(reflect.TypeFor[Config]()) {
		if !strings.Contains(guide, "`"+name+"`") {
			t.Errorf("docs/operating.md does not tell of %s", name)
		}
	}
}

type compose struct {
	Services map[string]struct {
		Ports       []string
		Environment map[string]string
		Secrets     []string
		Healthcheck struct{ Test []string }
		ReadOnly    bool `yaml:"read_only"`
	}
	Secrets map[string]struct{ File string }
}

func TestTheComposeFileKeepsSecretsInFilesAndListensToThisMachineOnly(t *testing.T) {
	var c compose
	if err := yaml.Unmarshal([]byte(readFile(t, "docker-compose.yml")), &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Services) != 2 || !c.Services["selvedge"].ReadOnly || len(c.Services["database"].Ports) > 0 {
		t.Errorf("the services are %+v", c.Services)
	}
	for name, service := range c.Services {
		if len(service.Healthcheck.Test) == 0 {
			t.Errorf("%s has no health check", name)
		}
		for _, port := range service.Ports {
			if !strings.HasPrefix(port, "127.0.0.1:") {
				t.Errorf("%s listens to others at %s", name, port)
			}
		}
		for _, secret := range service.Secrets {
			if c.Secrets[secret].File == "" {
				t.Errorf("%s wants the secret %s, which is in no file", name, secret)
			}
		}
		for key, value := range service.Environment {
			if file, isFile := strings.CutPrefix(value, "/run/secrets/"); strings.Contains(key, "PASSWORD") && (!isFile || c.Secrets[file].File == "") {
				t.Errorf("%s has %s in the open", name, key)
			}
		}
	}
}

func TestHealthTellsWhetherTheServerIsReady(t *testing.T) {
	status := http.StatusOK
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/readyz" {
			t.Errorf("it asks for %s", r.URL.Path)
		}
		w.WriteHeader(status)
	}))
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	ask := func(address string) error {
		return run(t.Context(), []string{"--addr", address, "health"}, io.Discard, io.Discard)
	}
	for _, address := range []string{"127.0.0.1:" + port, "0.0.0.0:" + port, ":" + port, "[::]:" + port} {
		if err := ask(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	status = http.StatusServiceUnavailable
	if err := ask("127.0.0.1:" + port); err == nil || !strings.Contains(err.Error(), "503") {
		t.Errorf("a server that is not ready: %v", err)
	}
	server.Close()
	if err := ask("127.0.0.1:" + port); err == nil {
		t.Error("a server that is not there passes for ready")
	}
}

func TestSecretsAreReadFromFiles(t *testing.T) {
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	c := Config{DatabaseURL: "postgres://selvedge@database/selvedge?sslmode=require", DatabasePasswordFile: file("database", "p@ss/word\n"), AdminPasswordFile: file("admin", "four words of it\n")}
	if err := c.readSecrets(); err != nil {
		t.Fatal(err)
	}
	if c.DatabaseURL != "postgres://selvedge:p%40ss%2Fword@database/selvedge?sslmode=require" || c.AdminPassword != "four words of it" {
		t.Errorf("it reads %+v", c)
	}
	c = Config{DatabaseURLFile: file("address", "postgres://a:b@c/d\n")}
	if err := c.readSecrets(); err != nil || c.DatabaseURL != "postgres://a:b@c/d" {
		t.Errorf("it reads %+v, %v", c, err)
	}
	c = Config{AdminPasswordFile: filepath.Join(folder, "absent")}
	if err := c.readSecrets(); err == nil {
		t.Error("a file that is not there passes for a secret")
	}
}
