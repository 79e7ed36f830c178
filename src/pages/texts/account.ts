/** The texts of area `account` in every language. */

import { area } from './area.js';
import { account as de } from './de/account.js';
import { account as en } from './en/account.js';
import { account as es } from './es/account.js';
import { account as fr } from './fr/account.js';
import { account as it } from './it/account.js';

export const accountTexts = area({ en, de, fr, es, it });
