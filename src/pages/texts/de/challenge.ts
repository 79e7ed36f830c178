/** German texts of area `challenge`: entering a code, what to do when it does not come, and how it ends. */

import type { Texts } from '../area.js';
import type { challenge as english } from '../en/challenge.js';

export const challenge: Texts<typeof english> = {
  continueTitle: 'In diesem Browser fortfahren?',
  continueText:
    'Gleich wird ein Sicherheitscode verlangt. Fahren Sie fort, wenn Sie sich gerade selbst angemeldet haben und hier weitermachen möchten.',
  continueWarning:
    'Wenn Ihnen jemand diese Adresse geschickt hat, schließen Sie diese Seite. Ein Code wird nie über einen Link in einer Nachricht verlangt.',
  elsewhereTitle: 'Dies wurde in einem anderen Browser geöffnet',
  elsewhereText:
    'Es kann nur dort abgeschlossen werden. Um diesen Browser zu benutzen, beginnen Sie erneut auf der Seite, auf der Sie sich anmelden. Cookies müssen für diese Website erlaubt sein.',
  codeTitle: 'Geben Sie Ihren Sicherheitscode ein',
  forSignIn: 'Er schließt Ihre Anmeldung bei {company} ab.',
  forNumber: 'Er belegt, dass die Nummer Ihre ist.',
  forChangePhone: 'Danach können Sie Ihre Telefonnummer ändern.',
  forRemovePhone: 'Danach können Sie Ihre Telefonnummer entfernen.',
  forViewPhone: 'Danach können Sie Ihre Telefonnummer vollständig sehen.',
  forManageFactors: 'Danach können Sie ändern, womit Sie sich ausweisen.',
  forWeakenPolicy: 'Danach können Sie den Schutz durch die zweite Stufe bei {company} lockern.',
  forOpenConsole: 'Er öffnet die Verwaltung von {company}.',
  problemsLink: 'Keine SMS erhalten?',
  problemsCallLink: 'Keinen Anruf erhalten?',
  numberLink: 'Nummer ändern',
  isOver: 'Dieser Code kann nicht mehr eingegeben werden.',
  goOn: 'Weiter',
  problemsTitle: 'Probleme mit dem Code',
  problemsText:
    'Eine SMS kommt meist innerhalb einer Minute an. Prüfen Sie, ob das Telefon eingeschaltet ist und Netz hat.',
  againTitle: 'Code erneut senden',
  againText:
    'Derselbe Code wird an das Telefon mit den Endziffern {lastTwo} gesendet. Es gilt die SMS, die zuerst ankommt.',
  helpTitle: 'Hilfe von {company}',
  phoneLostTitle: 'Ich habe dieses Telefon nicht mehr',
  phoneLostText:
    'Während der Anmeldung kann die Nummer nicht geändert werden. Bitten Sie Ihre Administration, sie zurückzusetzen. Bei der nächsten Anmeldung können Sie dann eine andere Nummer angeben.',
  disownTitle: 'Das war ich nicht',
  disownText:
    'Wenn Sie dies nicht selbst begonnen haben, kennt vielleicht jemand Ihr Passwort. Brechen Sie es hier ab; der Code ist dann wertlos.',
  disown: 'Abbrechen',
  backToCode: 'Zurück zum Code',
  back: 'Zurück zur vorherigen Seite',
  stoppedTitle: 'Dies wurde abgebrochen',
  stoppedText: 'Der Code gilt nicht mehr. Gehen Sie zurück und beginnen Sie erneut.',
  disownedText: 'Der Code gilt nicht mehr, und der Vorgang wurde festgehalten.',
  disownedNext:
    'Ändern Sie jetzt Ihr Passwort und benachrichtigen Sie Ihre Administration. Geben Sie niemandem einen Code, wer auch immer danach fragt.',
  expiredTitle: 'Dieser Code ist abgelaufen',
  expiredText:
    'Ein Code gilt nur wenige Minuten. Lassen Sie einen neuen senden und machen Sie dort weiter, wo Sie waren.',
  expiredNumberTitle: 'Diese Seite ist abgelaufen',
  expiredNumberText:
    'Es ist nichts verloren: Machen Sie weiter und geben Sie Ihre Nummer erneut ein.',
  triedTitle: 'Zu viele falsche Codes',
  triedText: 'Dieser Code gilt nicht mehr. Lassen Sie einen neuen senden und geben Sie diesen ein.',
  newCode: 'Neuen Code senden',
  overText: 'Gehen Sie zurück und beginnen Sie erneut.',
  doneTitle: 'Der Code wurde angenommen',
  skippedTitle: 'Sie können später eine Nummer angeben',
  doneText: 'Es geht gleich weiter.',
  doneLink: 'Weiter',
};
