/** Puts together what the pages alone can ask for. */

import { makeReadAccount } from './account/read-account.js';
import { makeReadHistory } from './account/read-history.js';
import type { ConsoleDeps } from './console/console-deps.js';
import {
  makeCountPeople,
  makeExportPeople,
  makeGetPerson,
  makeListPeople,
} from './console/list-people.js';
import { makeReadActivity, makeReadDelivery } from './console/read-activity.js';
import type { ReportUseCases } from './report-use-cases.js';

export function makeReportUseCases(deps: ConsoleDeps): ReportUseCases {
  return {
    listPeople: makeListPeople(deps),
    countPeople: makeCountPeople(deps),
    getPerson: makeGetPerson(deps),
    exportPeople: makeExportPeople(deps),
    readActivity: makeReadActivity(deps),
    readDelivery: makeReadDelivery(deps),
    readAccount: makeReadAccount(deps),
    readHistory: makeReadHistory(deps),
  };
}
