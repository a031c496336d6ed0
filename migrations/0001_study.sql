-- One set for SQLite and PostgreSQL. Ids are UUIDs as text, times are UTC,
-- positions are code points, and every table of a project is keyed by project first.
-- Within a project nothing cascades: a row that went by itself would be in no journal.

-- +goose Up
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  admin BOOLEAN NOT NULL,
  password_hash TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  disabled_at TIMESTAMP
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  agent TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  created_at TIMESTAMP NOT NULL,
  seen_at TIMESTAMP,
  expires_at TIMESTAMP
);
CREATE INDEX tokens_by_account ON tokens (account_id);

CREATE TABLE projects (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aim TEXT NOT NULL,
  seq BIGINT NOT NULL,
  version BIGINT NOT NULL,
  created_at TIMESTAMP NOT NULL
);

CREATE TABLE members (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL,
  joined_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, account_id)
);
CREATE INDEX members_by_account ON members (account_id);

CREATE TABLE invitations (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  role TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  accepted_by TEXT REFERENCES accounts (id),
  accepted_at TIMESTAMP,
  PRIMARY KEY (project_id, id)
);

CREATE TABLE strands (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  sort TEXT NOT NULL,
  position BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);

CREATE TABLE sources (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  strand_id TEXT NOT NULL,
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  charset TEXT NOT NULL,
  language TEXT NOT NULL,
  filename TEXT NOT NULL,
  blob TEXT NOT NULL,
  length BIGINT NOT NULL,
  words BIGINT NOT NULL,
  turns BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, strand_id) REFERENCES strands (project_id, id)
);
CREATE INDEX sources_by_strand ON sources (project_id, strand_id);

-- What was said, immutable once written. It outlives the removal of its source, so that
-- the removal can be undone.
CREATE TABLE revisions (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  text TEXT NOT NULL,
  turns TEXT NOT NULL, -- JSON array of turns in text order
  PRIMARY KEY (project_id, source_id, number)
);

CREATE TABLE speakers (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  name TEXT NOT NULL,
  moderator BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id)
);
CREATE INDEX speakers_by_source ON speakers (project_id, source_id);

CREATE TABLE codes (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  parent_id TEXT,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  definition TEXT NOT NULL,
  include TEXT NOT NULL,
  exclude TEXT NOT NULL,
  example TEXT NOT NULL,
  codable BOOLEAN NOT NULL,
  created_by TEXT REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, parent_id) REFERENCES codes (project_id, id)
);

CREATE TABLE passages (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, source_id, "start", "end", created_by),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id)
);

CREATE TABLE codings (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  code_id TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, passage_id, code_id, coder_id),
  FOREIGN KEY (project_id, passage_id) REFERENCES passages (project_id, id),
  FOREIGN KEY (project_id, code_id) REFERENCES codes (project_id, id)
);
CREATE INDEX codings_by_source ON codings (project_id, source_id);
CREATE INDEX codings_by_code ON codings (project_id, code_id);

CREATE TABLE memos (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sort TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);
CREATE INDEX memos_by_target ON memos (project_id, target_id);

CREATE TABLE journal (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  seq BIGINT NOT NULL,
  at TIMESTAMP NOT NULL,
  actor_id TEXT NOT NULL REFERENCES accounts (id),
  verb TEXT NOT NULL,
  undoes BIGINT NOT NULL,
  changes TEXT NOT NULL, -- JSON array of {kind, id, before, after}
  PRIMARY KEY (project_id, seq)
);
CREATE INDEX journal_by_actor ON journal (project_id, actor_id, seq);

-- +goose Down
SELECT 'Selvedge migrates forward only';
