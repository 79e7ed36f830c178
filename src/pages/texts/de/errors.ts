/** German texts of area `errors`: what a page says when it cannot do what was asked. */

import type { Texts } from '../area.js';
import type { errors as english } from '../en/errors.js';

export const errors: Texts<typeof english> = {
  badRequestTitle: 'Diese Anfrage konnte nicht gelesen werden',
  badRequestText:
    'Gehen Sie zurück und versuchen Sie es erneut. Wenn es wieder geschieht, beginnen Sie auf der Seite, von der Sie kamen, von vorn.',
  formExpiredTitle: 'Diese Seite war zu lange geöffnet',
  formExpiredText:
    'Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es erneut. Cookies müssen für diese Website erlaubt sein.',
  forbiddenTitle: 'Darauf haben Sie keinen Zugriff',
  forbiddenText: 'Wenn Sie meinen, dass Sie Zugriff haben sollten, fragen Sie Ihre Administration.',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFoundText:
    'Sie ist vielleicht abgelaufen, oder die Adresse ist unvollständig. Beginnen Sie erneut auf der Seite, auf der Sie sich anmelden.',
  wrongMethodTitle: 'Diese Seite lässt sich so nicht öffnen',
  wrongMethodText: 'Gehen Sie zurück und benutzen Sie die Schaltflächen auf der Seite.',
  notNowTitle: 'Das ist jetzt nicht möglich',
  notNowText: 'Inzwischen hat sich etwas geändert. Gehen Sie zurück und laden Sie die Seite neu.',
  tooLargeTitle: 'Das war zu viel Text',
  tooLargeText: 'Es wurde nichts geändert. Gehen Sie zurück und senden Sie weniger auf einmal.',
  tooManyTitle: 'Zu viele Versuche',
  tooManyText: 'Versuchen Sie es in {minutes, plural, one {# Minute} other {# Minuten}} erneut.',
  brokenTitle: 'Etwas ist schiefgegangen',
  brokenText:
    'Der Fehler liegt auf unserer Seite. Gehen Sie zurück und versuchen Sie es erneut; wenn es wieder geschieht, nennen Sie Ihrer Administration die Referenz unten.',
  busyTitle: 'Der Dienst ist ausgelastet',
  busyText: 'Warten Sie einen Moment und versuchen Sie es erneut. Es ist nichts verloren gegangen.',
  reference: 'Referenz: {id}',
};
