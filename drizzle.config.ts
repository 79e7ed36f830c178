/** Where drizzle-kit finds the tables and writes the migrations. */

import { defineConfig } from 'drizzle-kit';

// drizzle-kit reads the configuration as the default export of this file.
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/adapters/postgres/schema/*.ts',
  out: './drizzle',
});
