// Command selvedge serves the workbench and does its main work from the command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/selvedge/selvedge/internal/study"
)

// version is set by the build.
var version = "development"

// commands are the command line; what they share is Config.
type commands struct {
	Config

	Serve   serve      `cmd:"" default:"withargs" help:"Serve the workbench."`
	Migrate migrate    `cmd:"" help:"Bring the database to this version's schema, and end."`
	User    user       `cmd:"" help:"Accounts."`
	Import  importing  `cmd:"" help:"Import files as sources of a project."`
	Search  searching  `cmd:"" help:"Search a project."`
	Export  exporting  `cmd:"" help:"Write coded passages to a file."`
	Project projects   `cmd:"" help:"Whole projects, from one server or program to another."`
	Backup  backingUp  `cmd:"" help:"Write everything to one file, while the server runs."`
	Restore restoring  `cmd:"" help:"Fill an empty server from a backup."`
	Reindex reindexing `cmd:"" help:"Build the search index anew."`
	Show    showing    `cmd:"" name:"config" help:"Print the configuration that is in force."`
	Health  health     `cmd:"" help:"Ask the server at the address whether it is ready."`
	OpenAPI describing `cmd:"" name:"openapi" hidden:"" help:"Print the description of the HTTP interface."`
	Version versioning `cmd:"" help:"Print the version."`
}

// world is what a command is run in.
type world struct {
	context.Context
	Config
	out io.Writer
	log *slog.Logger
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "selvedge: "+explain(err))
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out, notes io.Writer) error {
	var c commands
	parser, err := kong.New(&c, kong.Name("selvedge"), kong.Description("Coding interviews and focus groups as a team, in the browser."),
		kong.UsageOnError(), kong.Writers(out, notes), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	if err := c.Config.readSecrets(); err != nil {
		return err
	}
	return command.Run(&world{Context: ctx, Config: c.Config, out: out, log: slog.New(slog.NewTextHandler(notes, nil))})
}

// explain gives the sentence of an error, and for our own faults the whole of it: whoever
// runs a command may see what is wrong.
func explain(err error) string {
	if known, ok := errors.AsType[*study.Error](err); ok {
		return known.Text
	}
	return err.Error()
}
