package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/selvedge/selvedge/internal/app"
	"github.com/selvedge/selvedge/internal/demo"
	"github.com/selvedge/selvedge/internal/study"
	"github.com/selvedge/selvedge/internal/web"
	"github.com/selvedge/selvedge/ui"
)

type serve struct{}

// Run serves until the process is told to stop, then lets requests end.
func (serve) Run(w *world) (err error) {
	o, err := w.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	if err := temporaryBelow(w.Data); err != nil {
		return err
	}
	if err := firstStart(w, o.App); err != nil {
		return err
	}
	if err := o.FinishErasures(w); err != nil {
		w.log.Error("an erasure that was begun can't be finished", "error", err)
	}
	handler, err := newHandler(w, o.App)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", w.Addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(w.out, "Selvedge is at http://%s\n", listener.Addr())
	defer readAhead(w, o.App)()
	return serveUntil(w, listener, handler)
}

// forgotten is the age of temporary files that no server can be at work on any more.
const forgotten = 24 * time.Hour

// temporaryBelow has temporary files lie below the data folder, unless the system was told where: an
// archive may be larger than memory, which is where containers keep /tmp. Those that were left by a
// server which was stopped hard are removed.
func temporaryBelow(data string) error {
	if os.Getenv("TMPDIR") != "" {
		return nil
	}
	folder := filepath.Join(data, "tmp")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	list, err := os.ReadDir(folder)
	for _, one := range list {
		if info, gone := one.Info(); gone == nil && time.Since(info.ModTime()) > forgotten {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, one.Name())))
		}
	}
	return errors.Join(err, os.Setenv("TMPDIR", folder))
}

// readAhead begins with what is slow to read, and gives what waits for its end.
func readAhead(w *world, a *app.App) (wait func()) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := a.ReadAhead(w); err != nil && w.Err() == nil {
			w.log.Error("surveys can't be read ahead", "error", err)
		}
	}()
	return func() { <-ended }
}

func newHandler(w *world, a *app.App) (http.Handler, error) {
	dist, err := fs.Sub(ui.Dist, "dist")
	if err != nil {
		return nil, err
	}
	return web.New(web.Options{App: a, UI: dist, Version: version, PublicURL: strings.TrimSuffix(w.PublicURL, "/"), TrustedProxies: w.Proxies, Log: w.log, Until: w})
}

func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 10 * time.Minute, IdleTimeout: 2 * time.Minute}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, done := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer done()
	return server.Shutdown(patience)
}

// firstStart makes the first account and, when asked, the sample study.
func firstStart(w *world, a *app.App) error {
	there, err := a.HasAccounts(w)
	if err != nil {
		return err
	}
	if there {
		return remindOfAccount(w)
	}
	account, err := firstAccount(w, a)
	if err != nil {
		return err
	}
	if !w.Demo {
		return nil
	}
	fmt.Fprintln(w.out, "Making the sample study…")
	return demo.Seed(w, a, study.Actor{Account: account})
}

const accountFile = "first-account.txt"

// firstAccount uses the address and password that were configured; else it thinks of a
// password and leaves it in the data folder, where only whoever runs the server can read it.
func firstAccount(w *world, a *app.App) (study.Account, error) {
	n := app.NewAccount{Email: w.AdminEmail, Name: "Project lead", Password: w.AdminPassword, Admin: true}
	if n.Email != "" && n.Password != "" {
		n.Name, _, _ = strings.Cut(n.Email, "@")
		return a.AddAccount(w, n)
	}
	n.Email, n.Password = "lead@selvedge.example", strings.ToLower(rand.Text()[:20])
	account, err := a.AddAccount(w, n)
	if err != nil {
		return account, err
	}
	note := fmt.Sprintf("Sign in as %s with the password %s\n", n.Email, n.Password)
	fmt.Fprint(w.out, note)
	return account, os.WriteFile(filepath.Join(w.Data, accountFile), []byte(note), 0o600)
}

func remindOfAccount(w *world) error {
	note, err := os.ReadFile(filepath.Join(w.Data, accountFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	fmt.Fprint(w.out, string(note))
	return err
}
