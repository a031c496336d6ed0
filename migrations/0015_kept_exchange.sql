-- What came with a project from another program and is not shown: kept, so that it goes along.

-- +goose Up

CREATE TABLE carried (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  element TEXT NOT NULL,
  owner_id TEXT,
  position BIGINT NOT NULL,
  content TEXT NOT NULL, -- XML
  files TEXT NOT NULL,   -- JSON array of {path, blob}
  PRIMARY KEY (project_id, id)
);
CREATE INDEX carried_by_owner ON carried (project_id, owner_id);

-- +goose Down
SELECT 'Selvedge migrates forward only';
