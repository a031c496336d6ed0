package search

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/selvedge/selvedge/internal/study"
)

// shared finds the material beside the repository, which is not part of it.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("SELVEDGE_SHARED")
	for dir := "."; root == ""; dir = filepath.Join("..", dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			root = filepath.Join(dir, "..", "shared")
		}
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here", filepath.Join(append([]string{"../shared"}, parts...)...))
	}
	return path
}

// TestRetrievalIsAsGoodAsPublished compares the ranking on CACM with the published
// BM25 run: MAP 0.3123, nDCG@10 0.4543, P@10 0.3154.
func TestRetrievalIsAsGoodAsPublished(t *testing.T) {
	collection := shared(t, "corpus", "ir", "castorini_anserini", "cacm.tar.gz")
	topics := readTopics(t, shared(t, "corpus", "ir", "castorini_anserini-tools", "topics.cacm.txt"))
	relevant := readJudgements(t, shared(t, "corpus", "ir", "castorini_anserini", "qrels.cacm.txt"))
	d := newDatabase(t)
	texts := readCollection(t, collection)
	names := slices.Sorted(maps.Keys(texts))
	turns := make([]said, len(names))
	for i, name := range names {
		turns[i] = said{"", texts[name]}
	}
	d.add(dropouts, "en", turns...)
	x := d.open(t.TempDir())
	var precision, gain, tenth float64
	for topic, wanted := range relevant {
		var ranked []bool
		for _, hit := range find(t, x, d, study.SearchQuery{Text: anyWordOf(topics[topic]), Limit: maxLimit}).Hits {
			ranked = append(ranked, wanted[names[hit.Turn]])
		}
		precision += averagePrecision(ranked, len(wanted))
		gain += ndcg(ranked, len(wanted), 10)
		tenth += float64(count(ranked[:10])) / 10
	}
	n := float64(len(relevant))
	t.Logf("%d topics: MAP %.4f, nDCG@10 %.4f, P@10 %.4f", len(relevant), precision/n, gain/n, tenth/n)
	if precision/n < 0.9*0.3123 || gain/n < 0.9*0.4543 {
		t.Errorf("MAP %.4f, nDCG@10 %.4f: more than a tenth worse than the published run", precision/n, gain/n)
	}
}

var (
	documentTag = regexp.MustCompile(`<[^>]*>`)
	topicText   = regexp.MustCompile(`(?s)<DOCNO>\s*(\d+)\s*</DOCNO>(.*?)</DOC>`)
	plainWord   = regexp.MustCompile(`[\pL\pN]+`)
)

func readCollection(t *testing.T, path string) map[string]string {
	t.Helper()
	f, err := os.Open(path)
	must(err)
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	must(err)
	out, files := map[string]string{}, tar.NewReader(unzipped)
	for {
		head, err := files.Next()
		if err == io.EOF {
			return out
		}
		must(err)
		text, err := io.ReadAll(files)
		must(err)
		if name, ok := strings.CutSuffix(filepath.Base(head.Name), ".html"); ok {
			out[name] = documentTag.ReplaceAllString(strings.ToValidUTF8(string(text), " "), " ")
		}
	}
}

func readTopics(t *testing.T, path string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	must(err)
	out := map[string]string{}
	for _, m := range topicText.FindAllStringSubmatch(string(text), -1) {
		out[m[1]] = m[2]
	}
	return out
}

func readJudgements(t *testing.T, path string) map[string]map[string]bool {
	t.Helper()
	f, err := os.Open(path)
	must(err)
	defer f.Close()
	out := map[string]map[string]bool{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 4 && fields[3] != "0" {
			if out[fields[0]] == nil {
				out[fields[0]] = map[string]bool{}
			}
			out[fields[0]][fields[2]] = true
		}
	}
	return out
}

// anyWordOf is a query for any of the words of a text that say something.
func anyWordOf(text string) string {
	var words []string
	for _, w := range plainWord.FindAllString(strings.ToLower(text), -1) {
		if !stopLists["en"][w] {
			words = append(words, w)
		}
	}
	query := strings.Join(words, " OR ")
	if len(query) > maxQuery {
		query = query[:strings.LastIndex(query[:maxQuery], " OR ")]
	}
	return query
}

func count(ranked []bool) int {
	n := 0
	for _, hit := range ranked {
		if hit {
			n++
		}
	}
	return n
}

func averagePrecision(ranked []bool, relevant int) float64 {
	sum, seen := 0.0, 0
	for i, hit := range ranked {
		if hit {
			seen++
			sum += float64(seen) / float64(i+1)
		}
	}
	return sum / float64(relevant)
}

func ndcg(ranked []bool, relevant, depth int) float64 {
	got, best := 0.0, 0.0
	for i := range depth {
		discount := 1 / math.Log2(float64(i+2))
		if i < len(ranked) && ranked[i] {
			got += discount
		}
		if i < relevant {
			best += discount
		}
	}
	return got / best
}
