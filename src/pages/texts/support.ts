/** The texts of area `support` in every language. */

import { area } from './area.js';
import { support as de } from './de/support.js';
import { support as en } from './en/support.js';
import { support as es } from './es/support.js';
import { support as fr } from './fr/support.js';
import { support as it } from './it/support.js';

export const supportTexts = area({ en, de, fr, es, it });
