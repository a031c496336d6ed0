package refi

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/selvedge/selvedge/internal/study"
)

// readID gives the id that a text stands for, in lower case and without braces. What is no
// GUID gets an id that is derived from it, the same each time; false says so.
func readID(s string) (study.ID, bool) {
	bare := strings.TrimSpace(s)
	if inner, opened := strings.CutPrefix(bare, "{"); opened {
		bare = strings.TrimSuffix(inner, "}")
	}
	if id, err := study.ParseID(bare); err == nil {
		return id, true
	}
	return Derived(strings.TrimSpace(s)), false
}

// Derived gives an id that depends on some texts only (a UUID of version 8, RFC 9562, 5.8).
func Derived(from ...string) study.ID {
	sum := sha256.Sum256([]byte("REFI-QDA\x00" + strings.Join(from, "\x00")))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return study.ID(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}
