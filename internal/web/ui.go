package web

import (
	"io/fs"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/selvedge/selvedge/internal/study"
)

// serveUI answers everything outside the API: a file of the interface where there is one,
// and for any other address the page that knows the addresses.
func (s *server) serveUI(engine *gin.Engine) error {
	index, err := fs.ReadFile(s.options.UI, "index.html")
	if err != nil {
		index = []byte("<!doctype html><title>Selvedge</title><p>The interface is not built: run “make build”.")
	}
	files := http.FileServerFS(s.options.UI)
	engine.NoRoute(func(c *gin.Context) {
		name := strings.TrimPrefix(c.Request.URL.Path, "/")
		switch {
		case strings.HasPrefix(name, "api/"):
			writeProblem(c.Writer, study.Errorf(study.NotFound, "There is no such address."))
		case c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead:
			c.Status(http.StatusMethodNotAllowed)
		case isFile(s.options.UI, name):
			if strings.HasPrefix(name, "assets/") {
				c.Header("Cache-Control", "public, max-age=31536000, immutable") // their names change with their content
			}
			c.Status(http.StatusOK) // gin has noted 404 already
			files.ServeHTTP(c.Writer, c.Request)
		default:
			c.Header("Cache-Control", "no-cache")
			c.Data(http.StatusOK, "text/html; charset=utf-8", index)
		}
	})
	return nil
}

func isFile(files fs.FS, name string) bool {
	if name == "" || name == "index.html" {
		return false
	}
	info, err := fs.Stat(files, name)
	return err == nil && !info.IsDir()
}
