/** The texts of area `common` in every language. */

import { area } from './area.js';
import { common as de } from './de/common.js';
import { common as en } from './en/common.js';
import { common as es } from './es/common.js';
import { common as fr } from './fr/common.js';
import { common as it } from './it/common.js';

export const commonTexts = area({ en, de, fr, es, it });
