/** The texts of area `challenge` in every language. */

import { area } from './area.js';
import { challenge as de } from './de/challenge.js';
import { challenge as en } from './en/challenge.js';
import { challenge as es } from './es/challenge.js';
import { challenge as fr } from './fr/challenge.js';
import { challenge as it } from './it/challenge.js';

export const challengeTexts = area({ en, de, fr, es, it });
