-- Names and what stands for them, and what an erasure still has to remove. The name itself
-- stands apart from what the journal says of it, and outlives the removal of its pseudonym,
-- so that the removal can be undone.

-- +goose Up
ALTER TABLE sources ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE pseudonyms (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  pseudonym TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);

CREATE TABLE pseudonym_names (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (project_id, id)
);

-- Files whose removal was decided in a transaction, until they are gone; one without a name
-- stands for the rows that were deleted.
CREATE TABLE erasures (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  blob TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, blob)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
