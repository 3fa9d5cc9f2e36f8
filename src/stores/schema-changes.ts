/**
 * A told change of a sentence may be an update or be taken back, and come again: which edition told it last, and how often it
 * was told.
 */
export const KINDS_OF_CHANGES = `
ALTER TABLE told_corrections ADD COLUMN kind TEXT NOT NULL DEFAULT 'correction'
  CHECK (kind IN ('correction', 'updated', 'back'));
ALTER TABLE told_corrections ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE told_corrections ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
`
