/** The texts of area `history` in every language. */

import { area } from './area.js';
import { history as de } from './de/history.js';
import { history as en } from './en/history.js';
import { history as es } from './es/history.js';
import { history as fr } from './fr/history.js';
import { history as it } from './it/history.js';

export const historyTexts = area({ en, de, fr, es, it });
