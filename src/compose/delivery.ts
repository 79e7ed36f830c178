/** What happens when the provider reports on a message, over the parts. */

import {
  makeRecordDelivery,
  type DeliveryDeps,
  type RecordDelivery,
} from '../app/delivery/record-delivery.js';
import { repeatMessage, type RepeatDeps } from '../app/delivery/repeat-message.js';

export function deliveryOf(deps: RepeatDeps & Omit<DeliveryDeps, 'repeat'>): RecordDelivery {
  return makeRecordDelivery({
    ...deps,
    repeat: (message, correlationId) => repeatMessage(deps, message, correlationId),
  });
}
