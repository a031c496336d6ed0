package store_test

import (
	"testing"

	"github.com/selvedge/selvedge/internal/store/storetest"
)

func TestBothDatabasesKeepAStudyAlike(t *testing.T) {
	storetest.OnBoth(t, storetest.Run)
}
