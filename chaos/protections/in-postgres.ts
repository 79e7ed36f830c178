/** The protections that live in the statement that records an attempt. */

import type { Protection } from './protection.js';

const RECORD = 'drizzle/0002_record_attempts.sql';
const STATEMENTS = 'dist/adapters/postgres/attempt-statements.js';

const LOOK = 'SELECT * INTO ending FROM attempts a WHERE a.id = challenge';
const IF_ENDED = `;
  IF FOUND THEN
    RETURN attempt_ended_v1(ending, item);`;

/** The rows of other outcomes stay unique, so that nothing but the approval loses its protection. */
export const UNIQUE_ROW: Protection = {
  name: 'unique-row',
  removed: 'approving rows are not unique for their challenge, and not looked for before',
  replacements: [
    {
      file: RECORD,
      find: 'ON CONFLICT (id) DO NOTHING;\n  RETURN FOUND;',
      replace: 'ON CONFLICT DO NOTHING;\n  RETURN FOUND;',
    },
    {
      file: RECORD,
      find: `ON CONFLICT (id) DO NOTHING;\n  RETURN jsonb_build_object('kind', 'noted');`,
      replace: `ON CONFLICT DO NOTHING;\n  RETURN jsonb_build_object('kind', 'noted');`,
    },
    {
      file: RECORD,
      find: `${LOOK}${IF_ENDED}`,
      replace: `${LOOK} AND a.outcome <> 'approved'${IF_ENDED}`,
    },
    ...["$1::text || '.w.' || $2::text, $1::text", '$1::text, $1::text'].map((ids) => ({
      file: STATEMENTS,
      find: `(${ids}, 'withdrawn', $2::text, '', '', '', '', '{}')\n      ON CONFLICT (id)`,
      replace: `(${ids}, 'withdrawn', $2::text, '', '', '', '', '{}')\n      ON CONFLICT`,
    })),
  ],
  sql: [
    'ALTER TABLE attempts DROP CONSTRAINT attempts_pkey',
    `CREATE UNIQUE INDEX attempts_others ON attempts (id) WHERE outcome <> 'approved'`,
    'CREATE INDEX attempts_by_id ON attempts (id)',
  ],
  focus: { onlyFaults: ['postgres_delay', 'redis_cut'], onlyEpisodes: ['sign_in'] },
};

export const ATTEMPT_ID: Protection = {
  name: 'attempt-id',
  removed:
    'a write that is repeated after a lost commit does not know its own row by its attempt id',
  replacements: [
    {
      file: RECORD,
      find: `  IF ending.client_id = item->>'clientId' AND ending.attempt_id = item->>'attemptId' THEN
    RETURN attempt_approval_v1(ending);
  END IF;
`,
      replace: '',
    },
  ],
  sql: [],
  focus: { onlyFaults: ['postgres_lose_reply'], onlyEpisodes: ['sign_in'] },
};

export const DURABLE_COUNT: Protection = {
  name: 'durable-count',
  removed: 'the statement takes the failures on record for none: what Redis counts is all there is',
  replacements: [
    {
      file: RECORD,
      find: `SELECT count(*) INTO failed FROM attempts a WHERE a.challenge_id = challenge AND a.outcome = 'failed';`,
      replace: 'failed := 0;',
    },
  ],
  sql: [],
  focus: { onlyFaults: ['redis_failover'], onlyEpisodes: ['guess', 'attack'] },
};
