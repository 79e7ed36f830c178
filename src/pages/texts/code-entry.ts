/** The texts of area `code-entry` in every language. */

import { area } from './area.js';
import { codeEntry as de } from './de/code-entry.js';
import { codeEntry as en } from './en/code-entry.js';
import { codeEntry as es } from './es/code-entry.js';
import { codeEntry as fr } from './fr/code-entry.js';
import { codeEntry as it } from './it/code-entry.js';

export const codeEntryTexts = area({ en, de, fr, es, it });
