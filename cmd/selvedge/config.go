package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/ingest"
	"github.com/selvedge/selvedge/internal/store"
	"github.com/selvedge/selvedge/internal/study"
)

// Config is all that can be set, by flag or by environment. A variable whose name ends in
// _FILE gives a file that holds the secret instead.
type Config struct {
	Addr          string   `env:"SELVEDGE_ADDR" default:"127.0.0.1:8080" help:"Address to listen on."`
	Data          string   `env:"SELVEDGE_DATA" default:"./data" help:"Folder for the database, files and search index."`
	DatabaseURL   string   `env:"SELVEDGE_DATABASE_URL" help:"postgres://… ; empty for SQLite in the data folder."`
	BlobURL       string   `env:"SELVEDGE_BLOB_URL" help:"Folder for uploaded files; empty for one in the data folder."`
	PublicURL     string   `env:"SELVEDGE_PUBLIC_URL" help:"How people reach the server, such as https://selvedge.example.org; links begin with it."`
	Proxies       []string `env:"SELVEDGE_TRUSTED_PROXIES" help:"Addresses of proxies whose X-Forwarded-For is believed."`
	AdminEmail    string   `env:"SELVEDGE_ADMIN_EMAIL" help:"E-mail address of the first account."`
	AdminPassword string   `env:"SELVEDGE_ADMIN_PASSWORD" help:"Password of the first account."`
	MaxRecording  size     `env:"SELVEDGE_MAX_RECORDING" default:"2G" help:"Largest recording, such as 500M or 4G."`
	Demo          bool     `env:"SELVEDGE_DEMO" help:"Make the sample study at first start."`

	DatabaseURLFile      string `env:"SELVEDGE_DATABASE_URL_FILE" hidden:"" help:"File that holds the database address."`
	DatabasePasswordFile string `env:"SELVEDGE_DATABASE_PASSWORD_FILE" hidden:"" help:"File that holds the password for a database address without one."`
	AdminPasswordFile    string `env:"SELVEDGE_ADMIN_PASSWORD_FILE" hidden:"" help:"File that holds the first account's password."`
}

func (c *Config) readSecrets() error {
	var databasePassword string
	for _, secret := range []struct {
		file string
		into *string
	}{{c.DatabaseURLFile, &c.DatabaseURL}, {c.DatabasePasswordFile, &databasePassword}, {c.AdminPasswordFile, &c.AdminPassword}} {
		if secret.file == "" {
			continue
		}
		text, err := os.ReadFile(secret.file)
		if err != nil {
			return fmt.Errorf("read a secret: %w", err)
		}
		*secret.into = strings.TrimSpace(string(text))
	}
	if databasePassword == "" {
		return nil
	}
	address, err := url.Parse(c.DatabaseURL)
	if err != nil {
		return errors.New("SELVEDGE_DATABASE_URL is not an address")
	}
	address.User = url.UserPassword(address.User.Username(), databasePassword)
	c.DatabaseURL = address.String()
	return nil
}

// String shows the configuration without its secrets.
func (c Config) String() string {
	database := "SQLite in " + c.Data
	if u, err := url.Parse(c.DatabaseURL); err == nil && c.DatabaseURL != "" {
		database = u.Redacted()
	}
	return fmt.Sprintf("address   %s\ndata      %s\ndatabase  %s\nfiles     %s\npublic    %s\nproxies   %s\nadmin     %s\nrecording %s\ndemo      %t\n",
		c.Addr, c.Data, database, c.blobs(), c.PublicURL, strings.Join(c.Proxies, " "), c.AdminEmail, study.Bytes(int64(c.MaxRecording)), c.Demo)
}

func (c Config) blobs() string {
	if c.BlobURL != "" {
		return c.BlobURL
	}
	return filepath.Join(c.Data, "files")
}

// opened is an application with what it stands on.
type opened struct {
	*app.App
	store *store.Store
	blobs *store.Blobs
}

// open opens and migrates the database, and opens the files and the index.
func (w *world) open() (*opened, error) {
	s, err := w.openStore(w)
	if err != nil {
		return nil, err
	}
	blobs, err := store.OpenBlobs(w.blobs())
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	ingest.KeepCompiled(filepath.Join(w.Data, "compiled"))
	a := app.New(s, blobs, filepath.Join(w.Data, "index"), w.log)
	a.MaxRecording = int64(w.MaxRecording)
	return &opened{a, s, blobs}, nil
}

func (w *world) openStore(ctx context.Context) (*store.Store, error) {
	s, err := store.Open(ctx, store.Options{URL: w.DatabaseURL, Folder: w.Data})
	if err != nil {
		return nil, err
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close flushes the index and closes all.
func (o *opened) Close() error {
	o.App.Close()
	return errors.Join(o.blobs.Close(), o.store.Close())
}
