/** The texts of area `policy` in every language. */

import { area } from './area.js';
import { policy as de } from './de/policy.js';
import { policy as en } from './en/policy.js';
import { policy as es } from './es/policy.js';
import { policy as fr } from './fr/policy.js';
import { policy as it } from './it/policy.js';

export const policyTexts = area({ en, de, fr, es, it });
