/** The texts of area `people` in every language. */

import { area } from './area.js';
import { people as de } from './de/people.js';
import { people as en } from './en/people.js';
import { people as es } from './es/people.js';
import { people as fr } from './fr/people.js';
import { people as it } from './it/people.js';

export const peopleTexts = area({ en, de, fr, es, it });
