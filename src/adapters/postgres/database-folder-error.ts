/** What an embedded database says that does not open; apart from PGlite, so that telling it does not load PGlite. */

/** PGlite does not open what is in the folder; its own error is a bare number or none at all. */
export class DatabaseFolderError extends Error {
  override readonly name = 'DatabaseFolderError';

  constructor() {
    super('the database in it cannot be opened: it is damaged, or its disk is full');
  }
}
