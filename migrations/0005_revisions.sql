-- Correcting a text after coding: who made each revision, and what could not be carried over.

-- +goose Up
ALTER TABLE revisions ADD COLUMN created_by TEXT REFERENCES accounts (id);
ALTER TABLE revisions ADD COLUMN created_at TIMESTAMP;
ALTER TABLE revisions ADD COLUMN why TEXT NOT NULL DEFAULT '';
UPDATE revisions SET
  created_by = (SELECT created_by FROM sources WHERE sources.project_id = revisions.project_id AND sources.id = revisions.source_id),
  created_at = (SELECT created_at FROM sources WHERE sources.project_id = revisions.project_id AND sources.id = revisions.source_id);

-- A passage whose words did not outlive a correction, with the place where they stood. The
-- words themselves are in the revision.
CREATE TABLE reviews (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, passage_id),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id),
  FOREIGN KEY (project_id, passage_id) REFERENCES passages (project_id, id)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
