/** German texts of area `account`: one's own phone and what can be done with it. */

import type { Texts } from '../area.js';
import type { account as english } from '../en/account.js';

export const account: Texts<typeof english> = {
  title: 'Ihre Anmeldesicherheit',
  navPhone: 'Telefon',
  navHistory: 'Verlauf',
  navNotice: 'Datenschutzhinweis',
  navConsole: 'Verwaltung',
  mode_off: '{company} fragt zurzeit nicht nach Codes.',
  mode_optional:
    '{company} fragt bei der Anmeldung nach einem Code, wenn ein Telefon für Sie registriert ist.',
  mode_required: '{company} fragt bei der Anmeldung alle nach einem Code.',
  phone: 'Ihr Telefon',
  number: 'Nummer',
  registered: 'Registriert',
  lastUsed: 'Zuletzt verwendet',
  unknown: 'Nicht bekannt',
  never: 'Noch nicht',
  showFull: 'Ganze Nummer anzeigen',
  change: 'Nummer ändern',
  remove: 'Nummer entfernen',
  noPhone: 'Für Sie ist kein Telefon registriert.',
  importedPhone:
    'Ihr Unternehmen hat für Sie die Nummer {number} angegeben. Sie gilt, sobald Sie sie mit einem Code bestätigen.',
  noLeave:
    'Ein Telefon kann nur nach einer Einladung registriert werden. Bitten Sie Ihre Verwaltung darum.',
  enrol: 'Telefon registrieren',
  phoneDisabled:
    'Es wurden zu viele falsche Codes eingegeben, daher wird dieses Telefon nicht mehr akzeptiert. Bitten Sie Ihre Verwaltung, es zurückzusetzen.',
  phoneUndeliverable:
    'Das Mobilfunknetz meldet, dass dieses Telefon keine SMS empfangen kann. Sie können die Nummer ändern oder Ihre Verwaltung bitten, sie zurückzusetzen.',
  phoneLocked:
    'Es wurden zu viele falsche Codes eingegeben. Codes werden in {minutes, plural, one {# Minute} other {# Minuten}} wieder akzeptiert.',
  questions: 'Fragen und Beschwerden',
  questionsText:
    'Bei Fragen, Berichtigungen, für eine Kopie Ihrer Daten oder eine Beschwerde wenden Sie sich an: {contact}. Sie können sich auch bei einer Datenschutzbehörde beschweren.',
  done_changed:
    'Ihre neue Telefonnummer ist registriert. Die alte Nummer wurde per SMS benachrichtigt.',
  done_enrolled: 'Ihr Telefon ist registriert. Ab jetzt werden Codes dorthin gesendet.',
  done_removed: 'Ihre Telefonnummer wurde entfernt.',
  historyTitle: 'Verlauf',
  noticeTitle: 'Datenschutzhinweis',
  noticeVersion: 'Version {version}',
  back: 'Zurück zu Ihrem Konto',
  keep: 'Zurück, ohne etwas zu ändern',
  sendCode: 'Code zur Bestätigung senden',
  fullTitle: 'Ihre Telefonnummer',
  fullText:
    'Ihre Nummer wird gleich vollständig auf diesem Bildschirm angezeigt. Das wird in Ihrem Verlauf festgehalten.',
  fullShow: 'Nummer anzeigen',
  fullRecorded:
    'Dies wurde in Ihrem Verlauf festgehalten. Niemand sonst kann hier die ganze Nummer sehen.',
  removeTitle: 'Nummer mit den Endziffern {lastTwo} entfernen?',
  removeThen:
    'Sie melden sich bei {company} dann ohne Code an. Nur Ihr Passwort schützt dann Ihre Anmeldung.',
  removeThenOff: '{company} fragt zurzeit nicht nach Codes. Für Ihre Anmeldung ändert sich nichts.',
  removeErased:
    'Die Nummer wird gelöscht. Aufzeichnungen früherer Anmeldungen werden befristet aufbewahrt.',
  removeTold:
    'Eine SMS teilt dem Telefon mit den Endziffern {lastTwo} mit, dass es entfernt wurde.',
  removeAgain:
    'Um wieder Codes zu verwenden, benötigen Sie eine Einladung Ihrer Verwaltung, sofern Ihr Unternehmen die Registrierung nicht freigibt.',
  removeDo: 'Nummer entfernen',
  removeRequired:
    '{company} fragt alle nach einem Code, und dies ist Ihr einziges Telefon. Es kann nicht entfernt, aber geändert werden.',
  changeTitle: 'Telefonnummer ändern',
  changeStepOld:
    'Zuerst wird ein Code an das Telefon mit den Endziffern {lastTwo} gesendet, damit sicher ist, dass Sie es sind.',
  changeStepNew: 'Dann geben Sie die neue Nummer ein und den Code, der an sie gesendet wird.',
  changeStepDone: 'Erst danach gilt die neue Nummer. Die alte wird per SMS benachrichtigt.',
  changeLost:
    'Wenn Sie das alte Telefon nicht mehr haben, bitten Sie Ihre Verwaltung, es zurückzusetzen.',
  changeNew:
    'Geben Sie die neue Nummer ein. Die alte bleibt, bis Sie den Code eingegeben haben, der an die neue gesendet wird.',
  newTitle: 'Telefon registrieren',
  newWhy:
    '{company} fragt bei der Anmeldung nach einem Code von Ihrem Telefon. Ihre Nummer wird für diese Codes verwendet und für nichts anderes.',
  newImported:
    'Ihr Unternehmen hat für Sie eine Nummer mit den Endziffern {lastTwo} angegeben. Geben Sie sie vollständig ein, um sie zu bestätigen.',
  newOff: 'Ihr Unternehmen fragt zurzeit nicht nach Codes, daher wird keine Nummer benötigt.',
  newNumber: 'Mobiltelefonnummer',
  newHint:
    'So, wie Sie sie wählen würden, zum Beispiel {example}, oder mit Ländervorwahl, zum Beispiel {foreign}. Sie muss SMS empfangen können.',
  sendCodeTo: 'Code an diese Nummer senden',
  numberWrong: 'Geben Sie eine Mobiltelefonnummer ein, zum Beispiel {example}.',
  numberSame: 'Diese Nummer ist bereits für Sie registriert. Geben Sie eine andere ein.',
  noticeChanged:
    'Der Datenschutzhinweis wurde geändert. Lesen Sie ihn unten noch einmal und senden Sie die Nummer erneut.',
  numberTooOften:
    'Die Nummer wurde zu oft berichtigt. Geben Sie den gesendeten Code ein oder beginnen Sie später neu.',
  codeTitle: 'Geben Sie den Code von der neuen Nummer ein',
  codeSubmit: 'Nummer bestätigen',
  correctLink: 'Die Nummer ist falsch? Berichtigen',
  correctTitle: 'Nummer berichtigen',
  correctText: 'Geben Sie die Nummer erneut ein. Der zuvor gesendete Code gilt dann nicht mehr.',
  correctBack: 'Zurück zum Code',
  codeOverTitle: 'Dieser Code kann nicht mehr verwendet werden',
  codeOverText:
    'Er ist abgelaufen, oder es wurden zu viele falsche Codes eingegeben. Ihre registrierte Nummer ist unverändert.',
  beginAgain: 'Neu beginnen',
};
