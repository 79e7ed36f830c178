/** The texts of area `portal` in every language. */

import { area } from './area.js';
import { portal as de } from './de/portal.js';
import { portal as en } from './en/portal.js';
import { portal as es } from './es/portal.js';
import { portal as fr } from './fr/portal.js';
import { portal as it } from './it/portal.js';

export const portalTexts = area({ en, de, fr, es, it });
