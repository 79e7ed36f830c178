/** The texts of area `audit` in every language. */

import { area } from './area.js';
import { audit as de } from './de/audit.js';
import { audit as en } from './en/audit.js';
import { audit as es } from './es/audit.js';
import { audit as fr } from './fr/audit.js';
import { audit as it } from './it/audit.js';

export const auditTexts = area({ en, de, fr, es, it });
