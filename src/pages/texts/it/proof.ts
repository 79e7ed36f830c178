/** Italian texts of area `proof`: a fresh code before an act. */

import type { Texts } from '../area.js';
import type { proof as english } from '../en/proof.js';

export const proof: Texts<typeof english> = {
  title: 'Confermi che è Lei',
  change_phone:
    'Il Suo numero di telefono sta per essere cambiato. Un nuovo codice assicura che non lo faccia nessun altro.',
  remove_phone:
    'Il Suo numero di telefono sta per essere rimosso. Un nuovo codice assicura che non lo faccia nessun altro.',
  view_phone:
    'Il Suo numero di telefono sta per essere mostrato per intero. Un nuovo codice assicura che non lo veda nessun altro.',
  manage_factors:
    'Il Suo accesso sta per essere cambiato. Un nuovo codice assicura che non lo faccia nessun altro.',
  weaken_policy:
    'Questa modifica protegge la Sua azienda meno di prima. Un nuovo codice assicura che sia Lei a farla.',
  open_console:
    'Queste pagine decidono come accedono altre persone. Si aprono con un codice dal Suo telefono.',
  willSend: 'Un SMS con un codice sarà inviato al telefono che termina con {lastTwo}.',
  send: 'Invia il codice',
  codeOver: 'Quel codice non è più utilizzabile. Ne chieda uno nuovo.',
  submitView: 'Mostra il mio numero',
  submit: 'Continua',
  submitOpen: 'Apri',
  back: 'Torna indietro senza cambiare nulla',
  noPhoneTitle: 'Registri prima il Suo telefono',
  noPhoneText:
    'Queste pagine si aprono con un codice dal Suo telefono, e non ne risulta ancora registrato nessuno.',
  enrol: 'Registra un telefono',
  disabledTitle: 'Il Suo telefono al momento non è utilizzabile',
  disabledText:
    'Sono stati inseriti troppi codici errati. L’amministrazione della Sua azienda può reimpostarlo.',
};
