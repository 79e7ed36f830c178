/** What every language has to say: the same keys everywhere, held by the type. ICU MessageFormat. */

export interface Catalogue {
  /** The code by SMS. `{code}`, `{company}`, `{minutes}`. Short: company name and bound line share the segment. */
  readonly codeSms: string;
  /** The same where the company's name has no letter that an SMS can carry. `{code}`, `{minutes}`. */
  readonly codeSmsUnnamed: string;
  /** Tells a person that their phone was removed. `{company}`. */
  readonly resetSms: string;
  readonly resetSmsUnnamed: string;
  /** Tells a person, at the old number, that codes go to another one. `{company}`. */
  readonly changedSms: string;
  readonly changedSmsUnnamed: string;
  /** What a call says before the digits, each spoken by itself: no other digit may stand in it. `{company}`. */
  readonly callCode: string;
  readonly callCodeUnnamed: string;
  /** Before the digits are spoken a second time. */
  readonly callAgain: string;
  readonly callEnd: string;
  /** The privacy notice of enrolment, one paragraph each. `{company}`, `{contact}`. */
  readonly notice: readonly string[];
  /** Stands after its first paragraph where the company lets codes be spoken. `{company}`. */
  readonly noticeCalls: string;
}
