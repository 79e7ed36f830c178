/** Italian texts of area `support`: finding one person. */

import type { Texts } from '../area.js';
import type { support as english } from '../en/support.js';

export const support: Texts<typeof english> = {
  title: 'Cercare una persona',
  company: 'Azienda',
  reason: 'Motivo indicato',
  intro:
    'Lei vede come sta una persona e può azzerare il suo telefono quando lo chiede. L’azienda legge che cosa ha fatto e perché.',
  companyId: 'Identificativo dell’azienda',
  companyHint:
    'Quella per cui è stata aperta questa sessione. Per un’altra, apra un’altra sessione.',
  userId: 'Identificativo della persona',
  userHint: 'L’identificativo intero, come lo ha il sistema di accesso dell’azienda.',
  find: 'Cerca',
  nobody: 'In questa azienda nessuno è noto con questo identificativo.',
};
