/** What a form needs besides its fields, so that only our own page can send it, and each act happens once. */

export interface FormKeys {
  /** The token for the address the form is sent to. */
  csrf(action: string): string;
  /** A fresh one-time id: the form sent twice is one act. */
  once(): string;
}
