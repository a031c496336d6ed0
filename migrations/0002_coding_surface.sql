-- The coding surface: what a code is not, who should look at a coding again, what a memo
-- is linked to, sets of codes, and bookmarks. Columns that were not there are empty, so that
-- what older journal entries say of a record still holds.

-- +goose Up
ALTER TABLE codes ADD COLUMN near_miss TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN example_of TEXT;
ALTER TABLE codes ADD COLUMN near_miss_of TEXT;
ALTER TABLE codes ADD COLUMN defined_at TIMESTAMP;
ALTER TABLE codings ADD COLUMN checked_at TIMESTAMP;
ALTER TABLE memos ADD COLUMN links TEXT NOT NULL DEFAULT '[]'; -- JSON array of {kind, id}

CREATE TABLE code_sets (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  codes TEXT NOT NULL, -- JSON array of ids, in order
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);

CREATE TABLE bookmarks (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  position BIGINT NOT NULL, -- code point
  name TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, source_id, position, owner_id),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
