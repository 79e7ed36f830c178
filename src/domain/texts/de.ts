/** German texts. */

import type { Catalogue } from './catalogue.js';

export const de: Catalogue = {
  codeSms:
    '{code} ist Ihr Sicherheitscode für {company} zur Anmeldung, gültig {minutes, plural, one {# Minute} other {# Minuten}}. Nicht weitergeben.',
  codeSmsUnnamed:
    '{code} ist Ihr Sicherheitscode zur Anmeldung, gültig {minutes, plural, one {# Minute} other {# Minuten}}. Nicht weitergeben.',
  resetSms:
    '{company}: Dieses Telefon wurde aus Ihrer Anmeldung entfernt. Falls unerwartet, melden Sie sich sofort bei Ihrer Administration.',
  resetSmsUnnamed:
    'Dieses Telefon wurde aus Ihrer Anmeldung entfernt. Falls unerwartet, melden Sie sich sofort bei Ihrer Administration.',
  changedSms:
    '{company}: Ihre Sicherheitscodes gehen ab jetzt an eine andere Telefonnummer. Falls Sie das nicht waren, melden Sie sich sofort bei Ihrer Administration.',
  changedSmsUnnamed:
    'Ihre Sicherheitscodes gehen ab jetzt an eine andere Telefonnummer. Falls Sie das nicht waren, melden Sie sich sofort bei Ihrer Administration.',
  callCode:
    'Guten Tag. Dies ist ein Sicherheitscode für Ihre Anmeldung bei {company}. Ihr Code lautet:',
  callCodeUnnamed:
    'Guten Tag. Dies ist ein Sicherheitscode für Ihre Anmeldung bei der Arbeit. Ihr Code lautet:',
  callAgain: 'Noch einmal. Ihr Code lautet:',
  callEnd:
    'Geben Sie ihn niemandem weiter. Falls Sie diesen Anruf nicht angefordert haben, legen Sie auf und melden Sie sich bei Ihrer Administration. Auf Wiederhören.',
  notice: [
    '{company} fragt nach Ihrer Mobilnummer zu einem einzigen Zweck: um Ihnen Sicherheitscodes zu senden, die belegen, dass Sie selbst sich anmelden. Sie wird für nichts anderes verwendet: keine Werbung, keine Kontaktlisten.',
    'Ihre Nummer wird verschlüsselt gespeichert; Kollegen und Administratoren sehen höchstens die letzten zwei Ziffern. Die SMS werden von Twilio, einem Dienstleister (Auftragsverarbeiter) in den USA und anderen Ländern, unter vertraglichen Datenschutzgarantien und von Mobilfunknetzen zugestellt. Twilio bewahrt einen Eintrag zu jeder Nachricht auf, bis er dort gelöscht wird.',
    'Die Nummer wird aufbewahrt, bis Sie oder {company} sie entfernen lassen; Aufzeichnungen über Anmeldungen bleiben aus Sicherheitsgründen für begrenzte Zeit.',
    'Sie können Auskunft, Berichtigung, Löschung oder Herausgabe Ihrer Daten verlangen, der Verwendung widersprechen und sich bei einer Datenschutzbehörde beschweren. Kontakt: {contact}.',
    'SMS brauchen Netzabdeckung und schützen schwächer als eine Authenticator-App: Sie können sich verspäten, ausbleiben oder abgefangen werden. Wenn Sie Ihr Telefon nicht nutzen können oder möchten, fragen Sie {company} nach einem anderen Weg.',
  ],
  noticeCalls:
    'Der Code kann Ihnen auch in einem Telefonanruf angesagt werden, auf dem Mobiltelefon oder im Festnetz, wenn Sie darum bitten oder {company} es so eingestellt hat. Ihre Nummer wird dann nur zu diesem Zweck angerufen, ebenfalls über Twilio; die Anrufe werden nicht aufgezeichnet.',
};
