package study

import (
	"crypto/rand"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// ID is a UUID in its 36-letter lower-case form. UUIDs of version 7 sort by the
// time they were made (RFC 9562, 5.7). The empty ID means "none".
type ID string

// NewID makes a UUID version 7 from the clock and the system's random source.
func NewID() ID { return newIDAt(time.Now()) }

func newIDAt(at time.Time) ID {
	var b [16]byte
	if _, err := rand.Read(b[6:]); err != nil {
		panic("no random source: " + err.Error())
	}
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(at.UnixMilli()))
	copy(b[:6], ms[2:])
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	h := hex.EncodeToString(b[:])
	return ID(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}

// ParseID accepts any UUID, in either case; what is not one is NotFound, since
// an id that can't exist names nothing.
func ParseID(s string) (ID, error) {
	if len(s) != 36 {
		return "", Errorf(NotFound, "There is nothing with that id.")
	}
	out := []byte(s)
	for i, c := range out {
		switch {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if c != '-' {
				return "", Errorf(NotFound, "There is nothing with that id.")
			}
		case c >= 'A' && c <= 'F':
			out[i] = c + 'a' - 'A'
		case (c < '0' || c > '9') && (c < 'a' || c > 'f'):
			return "", Errorf(NotFound, "There is nothing with that id.")
		}
	}
	return ID(out), nil
}

// Value writes the empty ID as NULL.
func (id ID) Value() (driver.Value, error) {
	if id == "" {
		return nil, nil
	}
	return string(id), nil
}

// Scan reads NULL as the empty ID.
func (id *ID) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*id = ""
	case string:
		*id = ID(v)
	case []byte:
		*id = ID(v)
	default:
		return fmt.Errorf("an id can't be a %T", v)
	}
	return nil
}

// IDs is a list of ids in order; the database keeps it as a JSON array.
type IDs []ID

// Distinct gives each id once, where it comes first.
func (l IDs) Distinct() (out IDs) {
	seen := map[ID]bool{}
	for _, id := range l {
		if !seen[id] {
			out = append(out, id)
		}
		seen[id] = true
	}
	return out
}

// MarshalJSON writes an empty list as [], however it is kept.
func (l IDs) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal([]ID(l))
}

// Value writes the list as JSON.
func (l IDs) Value() (driver.Value, error) { return jsonList(l) }

// Scan reads what Value wrote; an empty list is nil.
func (l *IDs) Scan(v any) error { return scanList((*[]ID)(l), v) }

func jsonList[T any](list []T) (driver.Value, error) {
	if len(list) == 0 {
		return "[]", nil
	}
	raw, err := json.Marshal(list)
	return string(raw), err
}

func scanList[T any](into *[]T, v any) error {
	*into = nil
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return scanJSON(into, []byte(v))
	case []byte:
		return scanJSON(into, v)
	}
	return fmt.Errorf("a list can't be a %T", v)
}

func scanJSON[T any](into *[]T, raw []byte) error {
	if err := json.Unmarshal(raw, into); err != nil {
		return err
	}
	if len(*into) == 0 {
		*into = nil
	}
	return nil
}

// Now is the present in UTC, cut to the microseconds that both databases keep.
func Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
