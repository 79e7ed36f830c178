/** Where Twilio reports what became of a message: nobody else is let in, and nothing is let out (R042, R043). */

import type { RequestHandler, Router } from 'express';

import type { RecordDelivery } from '../../app/delivery/record-delivery.js';
import { RefusalError } from '../../app/errors.js';
import type { ReceiptReader } from '../../app/ports/receipt-reader.js';
import { readBytes } from '../body.js';
import { withinMs } from '../deadline.js';
import { answerProblems } from '../error-handler.js';
import type { HttpEvents } from '../events.js';
import { refuseOtherMethods } from '../methods.js';
import { stateOf } from '../request-state.js';
import { sendEmpty } from '../send-json.js';

export interface CallbackDeps {
  /** Null where nobody signs: no provider is set up. */
  readonly receipts: ReceiptReader | null;
  readonly recordDelivery: RecordDelivery;
}

export const TWILIO_STATUS_PATH = '/v1/twilio/status/:token';

/** Twilio's own are a tenth of it. */
const MAX_BODY_BYTES = 16 * 1_024;

/** Twilio should be answered within a second (T22). Milliseconds. */
const ANSWER_WITHIN_MS = 900;

export function registerTwilioStatus(
  router: Router,
  deps: CallbackDeps & { readonly events: HttpEvents },
): void {
  router
    .route(TWILIO_STATUS_PATH)
    .post(receiveReport(deps))
    .all(refuseOtherMethods('POST'))
    .all(answerProblems(deps.events));
}

/**
 * 204 for every true report, whatever is known of its token; 403 for everything else. The address is never
 * taken from the request: `Host` and the headers of proxies say what whoever calls wants them to say.
 */
function receiveReport(
  deps: CallbackDeps & { readonly events: Pick<HttpEvents, 'callbackRefused'> },
): RequestHandler<{ token: string }> {
  return async (req, res) => {
    const state = stateOf(res);
    state.operationId = 'reportDelivery';
    const { requestId } = state;
    const receipt = deps.receipts?.read({
      target: req.originalUrl,
      contentType: req.get('Content-Type') ?? '',
      body: await readBytes(req, MAX_BODY_BYTES),
      signature: req.get('X-Twilio-Signature') ?? '',
    });
    if (!receipt) {
      deps.events.callbackRefused({ requestId });
      throw new RefusalError('signature_invalid');
    }
    const { token } = req.params;
    const recorded = deps.recordDelivery({ token, receipt, correlationId: requestId });
    await withinMs(ANSWER_WITHIN_MS, recorded);
    sendEmpty(res, 204);
  };
}
