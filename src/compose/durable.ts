/** Everything that stands on the database and the key ring. */

import { CryptoCodeBook } from '../adapters/crypto/code-book.js';
import type { KeyRing } from '../adapters/crypto/key-ring.js';
import { CryptoRequestDigests } from '../adapters/crypto/request-digests.js';
import { CryptoReturnCodes } from '../adapters/crypto/return-codes.js';
import { CryptoSigningKeyFactory } from '../adapters/crypto/signing-keys.js';
import { CryptoVault } from '../adapters/crypto/vault.js';
import { PostgresActivityReader } from '../adapters/postgres/activity-reader.js';
import { PostgresAttemptLedger } from '../adapters/postgres/attempt-ledger.js';
import { PostgresAuditLog } from '../adapters/postgres/audit-log.js';
import { PostgresClientStore } from '../adapters/postgres/client-store.js';
import { PostgresCompanyStore } from '../adapters/postgres/company-store.js';
import type { Database } from '../adapters/postgres/database.js';
import { PostgresEmployeeStore } from '../adapters/postgres/employee-store.js';
import { PostgresHistoryReader } from '../adapters/postgres/history-reader.js';
import { PostgresMessageStore } from '../adapters/postgres/message-store.js';
import { PostgresPeopleReader } from '../adapters/postgres/people-reader.js';
import { PostgresPhoneStore } from '../adapters/postgres/phone-store.js';
import { PostgresPolicyPreviewReader } from '../adapters/postgres/policy-preview-reader.js';
import { PostgresReceiptStore } from '../adapters/postgres/receipt-store.js';
import { PostgresRosterStore } from '../adapters/postgres/roster-store.js';
import { PostgresSendPauseStore } from '../adapters/postgres/send-pause-store.js';
import { PostgresSignInReader } from '../adapters/postgres/sign-in-reader.js';
import { PostgresSigningKeyStore } from '../adapters/postgres/signing-key-store.js';
import { ClientDirectory } from '../app/client-directory.js';
import { CompanySizes } from '../app/sending/company-sizes.js';
import { SendSwitch } from '../app/sending/send-switch.js';
import { SigningKeys } from '../app/tokens/signing-keys.js';
import { processClock as clock } from './clock.js';

export type Durable = ReturnType<typeof makeDurable>;

/** No connection is made here. */
export function makeDurable(database: Database, ring: KeyRing) {
  const clients = new PostgresClientStore(database);
  const sendPauses = new PostgresSendPauseStore(database);
  const rosters = new PostgresRosterStore(database);
  const signingKeyStore = new PostgresSigningKeyStore(database);
  return {
    companies: new PostgresCompanyStore(database),
    employees: new PostgresEmployeeStore(database),
    rosters,
    companySizes: new CompanySizes(rosters, clock),
    previews: new PostgresPolicyPreviewReader(database),
    peopleLists: new PostgresPeopleReader(database),
    activity: new PostgresActivityReader(database),
    histories: new PostgresHistoryReader(database),
    people: new PostgresSignInReader(database),
    messages: new PostgresMessageStore(database),
    receipts: new PostgresReceiptStore(database),
    phones: new PostgresPhoneStore(database),
    ledger: new PostgresAttemptLedger(database, clock),
    audit: new PostgresAuditLog(database),
    clients,
    directory: new ClientDirectory(clients, clock),
    sendPauses,
    sendSwitch: new SendSwitch(sendPauses),
    signingKeyStore,
    signingKeys: new SigningKeys({
      store: signingKeyStore,
      factory: new CryptoSigningKeyFactory(ring),
      clock,
    }),
    vault: new CryptoVault(ring),
    codes: new CryptoCodeBook(ring),
    returnCodes: new CryptoReturnCodes(ring),
    digests: new CryptoRequestDigests(ring),
  };
}
