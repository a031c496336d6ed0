package judged

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// shared finds the material beside the repository, which is not part of it.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	if root := os.Getenv("SELVEDGE_SHARED"); root != "" {
		return filepath.Join(append([]string{root}, parts...)...)
	}
	return filepath.Join(append([]string{"..", "..", "..", "..", "shared"}, parts...)...)
}

func TestRetrievalIsAsGoodAsPublished(t *testing.T) {
	c, err := Read(shared(t, "corpus", "ir"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared/corpus/ir is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	got, err := Measure(t.Context(), t.TempDir(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", got)
	if got.Questions != Published.Questions || got.MAP < Published.MAP || got.P30 < Published.P30 {
		t.Errorf("it is %+v, and published is %+v", got, Published)
	}
}

func TestFiguresAreAsWorkedOutByHand(t *testing.T) {
	ranked := []bool{true, false, true, false}
	got := of(ranked, 3)
	if want := (1.0 + 2.0/3) / 3; math.Abs(got.MAP-want) > 1e-12 {
		t.Errorf("the average precision is %v, not %v", got.MAP, want)
	}
	if got.P10 != 0.2 || math.Abs(got.P30-2.0/30) > 1e-12 {
		t.Errorf("shares are %v and %v", got.P10, got.P30)
	}
	if want := (1 + 1/math.Log2(4)) / (1 + 1/math.Log2(3) + 1/math.Log2(4)); math.Abs(got.NDCG10-want) > 1e-12 {
		t.Errorf("the discounted gain is %v, not %v", got.NDCG10, want)
	}
	sum := Figures{}
	sum.add(got)
	sum.add(Figures{Questions: 1})
	if mean := sum.mean(); mean.Questions != 2 || mean.MAP != got.MAP/2 {
		t.Errorf("the mean is %+v", mean)
	}
}

func TestAFolderWithoutTheCollectionIsNamed(t *testing.T) {
	if _, err := Read(t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it says %v", err)
	}
}
