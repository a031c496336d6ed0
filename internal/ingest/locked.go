package ingest

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/selvedge/selvedge/internal/study"
)

var (
	errLocked   = study.FieldError("password", "The file is protected with a password: enter it, or take it off and add the file again.")
	errWrongKey = study.FieldError("password", "The password doesn't open the file: try another.")
)

var spins = regexp.MustCompile(`spinCount="(\d{1,12})"`)

const maxSpins = 1_000_000 // ten times what Office takes

// unlock opens an Office file that is protected with a password.
func (in *input) unlock() error {
	if !isOLE(in.data) || !bytes.Contains(in.data, wide("EncryptedPackage")) {
		return nil
	}
	if in.options.Password == "" {
		return errLocked
	}
	for _, found := range spins.FindAllSubmatch(in.data, -1) {
		if n, err := strconv.Atoi(string(found[1])); err != nil || n > maxSpins {
			return errSlowLock
		}
	}
	open, err := decrypted(in.data, in.options.Password)
	if err != nil || !isZip(open) {
		return errWrongKey
	}
	in.data = open
	return nil
}

// decrypted turns the panics of a damaged container into the answer to a wrong password.
func decrypted(data []byte, password string) (open []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errWrongKey
		}
	}()
	return excelize.Decrypt(bytes.Clone(data), &excelize.Options{Password: password})
}
