-- Words that counts of words leave out, as a project has made its own list of them.

-- +goose Up
ALTER TABLE projects ADD COLUMN stop_words TEXT NOT NULL DEFAULT ''; -- with blanks between them; empty for the usual ones

-- +goose Down
SELECT 'Selvedge migrates forward only';
