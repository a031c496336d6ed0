-- Searches that a team keeps under a name, and what each person found when they last looked at one.

-- +goose Up
CREATE TABLE saved_searches (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,      -- in the query language
  strands TEXT NOT NULL,    -- this and the others: JSON arrays of what narrows it
  sources TEXT NOT NULL,
  speakers TEXT NOT NULL,
  codes TEXT NOT NULL,
  coders TEXT NOT NULL,
  cases TEXT NOT NULL,
  conditions TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);

-- What one has looked at is nobody else's, and no change of the project: it is in no journal.
CREATE TABLE search_looks (
  project_id TEXT NOT NULL,
  search_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at TIMESTAMP NOT NULL,
  total BIGINT NOT NULL,
  hits TEXT NOT NULL,       -- a print of each turn in eight bytes, as base64; empty when they were too many
  PRIMARY KEY (project_id, search_id, account_id),
  FOREIGN KEY (project_id, search_id) REFERENCES saved_searches (project_id, id) ON DELETE CASCADE
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
