package pdfium

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// endless is a module that imports env.tick and exports spin, which is a loop without end.
const endless = "\x00asm\x01\x00\x00\x00" +
	"\x01\x08\x02\x60\x01\x7f\x00\x60\x00\x00" + // two types: of tick and of spin
	"\x02\x0c\x01\x03env\x04tick\x00\x00" +
	"\x03\x02\x01\x01" +
	"\x06\x06\x01\x7f\x01\x41\x00\x0b" + // a variable
	"\x07\x08\x01\x04spin\x00\x01" +
	"\x0a\x09\x01\x07\x00\x03\x40\x0c\x00\x0b\x0b" // loop, branch to its head

func TestALoopWithoutEndStopsWhenItsTimeIsOver(t *testing.T) {
	code, err := stoppable([]byte(endless), "env", "tick")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	runtime := wazero.NewRuntime(t.Context())
	if _, err := runtime.NewHostModuleBuilder("env").NewFunctionBuilder().WithGoModuleFunction(tick, []api.ValueType{api.ValueTypeI32}, nil).Export("tick").Instantiate(t.Context()); err != nil {
		t.Fatal(err)
	}
	module, err := runtime.Instantiate(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := module.ExportedFunction("spin").Call(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

func TestAModuleThatCantBeStoppedIsRefused(t *testing.T) {
	if _, err := stoppable([]byte(endless), "env", "tock"); err == nil {
		t.Error("a function that isn't there is called")
	}
	sections := []int{18, 32, 36, 44, 54} // where they end
	for n := 9; n < len(endless); n++ {
		if _, err := stoppable([]byte(endless[:n]), "env", "tick"); (err == nil) != slices.Contains(sections, n) {
			t.Errorf("%d bytes of a module: %v", n, err)
		}
	}
}

func TestAFileThatIsNoPDFIsDamaged(t *testing.T) {
	for _, data := range []string{"", "%PDF-1.7", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>"} {
		if _, err := Open(t.Context(), []byte(data), ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestNoMoreFilesAreOpenAtOnceThanThereArePlaces(t *testing.T) {
	for range maxAtOnce {
		g, err := newGuest(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer g.close()
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Open(ctx, nil, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
