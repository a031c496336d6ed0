package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// What is archived, and what it may take.
const (
	archivedInterviews = 100           // 928,000 words, 10,000 codings
	archivedRecording  = 1_000_000_000 // bytes
	archiveRoom        = 5_000_000_000 // bytes: the recording, its archive, both again while they are read
	archiveMemory      = 300           // MB that the server may hold while it writes or reads one
)

// archiving measures a project on its way out and in again: as .qdpx, and with a recording of 1 GB
// as an archive.
func archiving(ctx context.Context, s settings, t *table) error {
	fmt.Println("Taguette isn't run beside it: its figures are those of the research, none is of this run.")
	words := newCorpus()
	return onDatabases(s, func(database, address string) error {
		srv, err := startServer(ctx, s.program, address)
		if err != nil {
			return err
		}
		defer srv.stop()
		b := &bench{server: srv, settings: s, table: t, database: database, size: "1 M words"}
		return b.outAndIn(ctx, words)
	})
}

func (b *bench) outAndIn(ctx context.Context, words *corpus) error {
	if _, err := b.seed(ctx, words, archivedInterviews); err != nil {
		return err
	}
	if err := b.exchanging(ctx, ".qdpx", "/export.qdpx"); err != nil {
		return err
	}
	if room, known := roomIn(ctx, b.folder); known && room < archiveRoom {
		fmt.Printf("The archive isn't measured: it takes %.0f GB of disk, and %s has %.1f GB.\n", archiveRoom/1e9, b.folder, float64(room)/1e9)
		return nil
	}
	if err := b.record(); err != nil {
		return err
	}
	b.size = "1 M words, 1 GB"
	return b.exchanging(ctx, "archive", "/archive")
}

// exchanging writes the project to a file and makes a project of that, beside copying the file.
func (b *bench) exchanging(ctx context.Context, what, path string) error {
	name := filepath.Join(b.folder, "exchanged")
	defer os.Remove(name)
	wrote, err := b.alone(ctx, what+" written", func() error { return b.downloadTo(ctx, path, name) })
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	read, err := b.alone(ctx, what+" read", func() error { return b.sendFrom("POST", "/api/projects/import", "project.zip", name) })
	if err != nil {
		return err
	}
	least, err := copied(name)
	if err != nil {
		return err
	}
	floor := ms(least) + " copying it with its sum"
	b.row(fmt.Sprintf("%s written, %.1f MB", what, float64(info.Size())/1e6), ms(wrote), "", floor, ratio(wrote, least))
	b.row(fmt.Sprintf("%s read, %.1f MB", what, float64(info.Size())/1e6), ms(read), "", floor, ratio(read, least))
	return nil
}

// alone has a server that was begun for it do work, and tells the most memory that it held
// meanwhile: what it did before would stay with it.
func (b *bench) alone(ctx context.Context, what string, work func() error) (time.Duration, error) {
	if err := b.again(ctx); err != nil {
		return 0, err
	}
	before, err := b.memory(true)
	if err != nil {
		return 0, err
	}
	began := time.Now()
	if err := work(); err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	took := time.Since(began)
	peak, err := b.memory(false)
	if err == nil && peak > 0 {
		b.row(fmt.Sprintf("%s, peak memory, %d MB before", what, before/1024), fmt.Sprintf("%d MB", peak/1024), "", fmt.Sprintf("%d MB at most", archiveMemory), fmt.Sprintf("%.2f×", float64(peak)/1024/archiveMemory))
	}
	return took, err
}

func (b *bench) downloadTo(ctx context.Context, path, name string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, b.url+b.base+path, nil)
	if err != nil {
		return err
	}
	answer, err := b.http.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, answer.Status)
	}
	return toFile(name, answer.Body)
}

func toFile(name string, from io.Reader) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if _, err := io.Copy(file, from); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

// copied says how long copying a file takes when its sum is made too.
func copied(name string) (time.Duration, error) {
	began := time.Now()
	file, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	defer os.Remove(name + ".copy")
	err = toFile(name+".copy", io.TeeReader(file, sha256.New()))
	return time.Since(began), err
}

// record attaches sound that can't be packed to the first source.
func (b *bench) record() error {
	var list struct{ Items []made }
	if err := b.get(b.base+"/sources", &list); err != nil {
		return err
	}
	noise := rand.NewChaCha8([32]byte{1})
	sound := io.MultiReader(strings.NewReader("fLaC"), io.LimitReader(noise, archivedRecording-4))
	return b.stream("PUT", b.base+"/sources/"+list.Items[0].ID+"/recording", "long.flac", sound)
}

func (b *bench) sendFrom(method, path, name, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	return b.stream(method, path, name, file)
}

// stream sends a form with a file as the file is read, however large.
func (s *server) stream(method, path, name string, from io.Reader) error {
	in, out := io.Pipe()
	defer in.Close()
	form := multipart.NewWriter(out)
	go func() {
		part, err := form.CreateFormFile("file", name)
		if err == nil {
			_, err = io.Copy(part, from)
		}
		if err == nil {
			err = form.Close()
		}
		_ = out.CloseWithError(err)
	}()
	return s.do(method, path, form.FormDataContentType(), in, nil)
}

// roomIn is how many bytes a folder's disk has left, where df tells.
func roomIn(ctx context.Context, folder string) (bytes int64, known bool) {
	told, err := output(ctx, "df", "-Pk", folder)
	if err != nil {
		return 0, false
	}
	_, line, _ := strings.Cut(strings.TrimSpace(told), "\n")
	cells := strings.Fields(line)
	if len(cells) < 4 {
		return 0, false
	}
	kB, err := strconv.ParseInt(cells[3], 10, 64)
	return kB * 1024, err == nil
}
