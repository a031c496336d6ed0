// Package pdfium reads PDFs by PDFium as WebAssembly: without files, network, clock or
// environment, with a cap on its memory, and a fresh instance for each file, which can be
// stopped in the middle of its work.
package pdfium

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	_ "unsafe" // for the link to the module

	_ "github.com/klippa-app/go-pdfium/webassembly" // which brings the module
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

const (
	maxMemory  = 256 << 20 // bytes that PDFium may take for one file
	memoryPage = 64 << 10  // bytes of a page of WebAssembly's memory
	maxAtOnce  = 2         // files that PDFium works on at once
)

// wasm is PDFium. The library keeps it to itself, and calls it in a way that costs more
// time than the reading: many calls for each character.
//
//go:linkname wasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var wasm []byte

// sandbox is made when the first PDF comes.
type sandbox struct {
	mu       sync.Mutex
	compiled string // folder that keeps what was compiled; empty for none
	runtime  wazero.Runtime
	module   wazero.CompiledModule
}

var (
	guests sandbox
	places = make(chan struct{}, maxAtOnce)
)

// KeepCompiled names a folder in which PDFium's compiled code is kept, so that a new process
// needs no seconds for it. The folder may be deleted at any time. It counts before the first PDF.
func KeepCompiled(folder string) {
	guests.mu.Lock()
	defer guests.mu.Unlock()
	guests.compiled = folder
}

// Ready compiles PDFium, which takes seconds the first time and no time after it.
func Ready() error { return guests.open() }

func (s *sandbox) open() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.module != nil {
		return nil
	}
	code, err := stoppable(wasm, "env", tickName)
	if err != nil {
		return err
	}
	cache := wazero.NewCompilationCache()
	if s.compiled != "" {
		if kept, err := wazero.NewCompilationCacheWithDir(filepath.Clean(s.compiled)); err == nil {
			cache = kept // a folder that can't be written costs seconds, no PDF
		}
	}
	ctx := context.Background()
	s.runtime = wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfig().WithMemoryLimitPages(maxMemory/memoryPage).
		WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesExceptionHandling).WithCompilationCache(cache))
	module, err := s.runtime.CompileModule(ctx, code)
	if err != nil {
		return err
	}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, s.runtime); err != nil {
		return err
	}
	if err := s.host(ctx, module); err != nil {
		return err
	}
	s.module = module
	return nil
}

// tickName is a function that PDFium imports for forms and never calls without them, which
// takes one number and answers nothing.
const tickName = "FPDF_FORMFILLINFO_Release_CB"

// host gives the module what it imports beside WASI: the tick, and refusals.
func (s *sandbox) host(ctx context.Context, module wazero.CompiledModule) error {
	builder := s.runtime.NewHostModuleBuilder("env")
	for _, f := range module.ImportedFunctions() {
		from, name, _ := f.Import()
		if from != "env" {
			continue
		}
		answer := refuse
		switch name {
		case tickName:
			answer = tick
		case "emscripten_notify_memory_growth":
			answer = func(context.Context, api.Module, []uint64) {}
		}
		builder.NewFunctionBuilder().WithGoModuleFunction(answer, f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := builder.Instantiate(ctx)
	return err
}

// tick is called by PDFium's loops every now and then, and stops them when their file's
// time is over.
var tick api.GoModuleFunc = func(ctx context.Context, _ api.Module, _ []uint64) {
	if err := ctx.Err(); err != nil {
		panic(err)
	}
}

var refuse api.GoModuleFunc = func(context.Context, api.Module, []uint64) {
	panic(errors.New("PDFium asks for what it is not given"))
}

// guest is an instance of PDFium, for one file.
type guest struct {
	ctx       context.Context // of the file
	module    api.Module
	functions map[string]api.Function
	stack     [12]uint64
}

func newGuest(ctx context.Context) (*guest, error) {
	if err := Ready(); err != nil {
		return nil, err
	}
	select {
	case places <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	module, err := guests.runtime.InstantiateModule(ctx, guests.module, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		<-places
		return nil, err
	}
	g := &guest{ctx: ctx, module: module, functions: map[string]api.Function{}}
	if _, err := g.call("FPDF_InitLibrary"); err != nil {
		g.close()
		return nil, err
	}
	return g, nil
}

// close gives up the instance with its memory, whatever state it is in.
func (g *guest) close() {
	if g.module == nil {
		return
	}
	_ = g.module.Close(context.Background()) // it has nothing to lose
	g.module = nil
	<-places
}

// call answers the number that a function of PDFium answers. An error means that the
// instance is out of order, or that its time is over.
func (g *guest) call(name string, params ...uint64) (uint64, error) {
	f := g.functions[name]
	if f == nil {
		if f = g.module.ExportedFunction(name); f == nil {
			return 0, errors.New("PDFium has no " + name)
		}
		g.functions[name] = f
	}
	copy(g.stack[:], params)
	if err := f.CallWithStack(g.ctx, g.stack[:]); err != nil {
		return 0, errors.Join(g.ctx.Err(), err)
	}
	return g.stack[0], nil
}

var errMemory = errors.New("PDFium has no memory left")

// room takes memory of the instance, which is given back with it.
func (g *guest) room(size int) (uint64, error) {
	at, err := g.call("malloc", uint64(size))
	if at = at & 0xffffffff; err == nil && at == 0 {
		err = errMemory
	}
	return at, err
}

// put writes data, ended by a zero, to memory of its own.
func (g *guest) put(data []byte) (uint64, error) {
	at, err := g.room(len(data) + 1)
	if err == nil && !(g.module.Memory().Write(uint32(at), data) && g.module.Memory().WriteByte(uint32(at)+uint32(len(data)), 0)) {
		err = errMemory
	}
	return at, err
}

// seen gives a view of the instance's memory, until the next call.
func (g *guest) seen(at uint64, size int) ([]byte, error) {
	view, ok := g.module.Memory().Read(uint32(at), uint32(size))
	if !ok {
		return nil, errMemory
	}
	return view, nil
}
