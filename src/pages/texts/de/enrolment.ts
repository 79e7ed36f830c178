/** German texts of area `enrolment`: giving the number that codes go to. */

import type { Texts } from '../area.js';
import type { enrolment as english } from '../en/enrolment.js';

export const enrolment: Texts<typeof english> = {
  title: 'Geben Sie Ihre Mobilnummer an',
  why: '{company} schützt Anmeldungen mit einer zweiten Stufe: Nach dem Passwort kommt ein Code per SMS auf Ihr Telefon. Ihre Nummer wird dafür verwendet und für nichts anderes.',
  number: 'Mobilnummer',
  numberHint: 'Zum Beispiel {example}; aus einem anderen Land mit Vorwahl, zum Beispiel {foreign}.',
  send: 'Code senden',
  noticeTitle: 'Was mit Ihrer Nummer geschieht',
  noticeVersion: 'Fassung {version}',
  confirmTitle: 'Bestätigen Sie Ihre Mobilnummer',
  confirmText:
    '{company} hat für Sie eine Nummer eingetragen, die auf {lastTwo} endet. Ein Code, der dorthin gesendet wird, belegt, dass sie Ihre ist.',
  confirmSend: 'Code an die Nummer mit den Endziffern {lastTwo} senden',
  otherNumber: 'Eine andere Nummer verwenden',
  otherNumberNotOpen:
    'Wenn das nicht Ihre Nummer ist, bitten Sie Ihre Administration, sie zu entfernen und Sie einzuladen.',
  correctTitle: 'Nummer ändern',
  correctText:
    'Der Code wurde an die Nummer mit den Endziffern {lastTwo} gesendet. Wenn das nicht stimmt, geben Sie die richtige ein. Dorthin wird dann ein neuer Code gesendet.',
  deadline: 'Ab dem {date} wird zur Anmeldung eine Nummer benötigt.',
  skip: 'Jetzt nicht',
  skipDays: 'Jetzt nicht (noch {days, plural, one {# Tag} other {# Tage}})',
  numberEmpty: 'Geben Sie eine Mobilnummer ein, zum Beispiel {example}.',
  numberWrong:
    'Diese Nummer kann keine SMS empfangen. Geben Sie eine Mobilnummer ein, zum Beispiel {example}.',
  noticeChanged:
    'Der Text unten über Ihre Nummer hat sich geändert. Lesen Sie ihn erneut und lassen Sie dann den Code senden.',
  numbersUsedUp:
    'Die Nummer wurde zu oft geändert. Geben Sie den zuletzt gesendeten Code ein, oder gehen Sie zurück und beginnen Sie erneut.',
  notOpenTitle: 'Im Moment kann keine Nummer angegeben werden',
  notOpenText:
    'Zur Anmeldung bei {company} wird ein Code benötigt, aber dieser Schritt ist für Sie nicht freigegeben. Bitten Sie Ihre Administration um eine Einladung und melden Sie sich dann erneut an.',
};
