/** The texts of area `person` in every language. */

import { area } from './area.js';
import { person as de } from './de/person.js';
import { person as en } from './en/person.js';
import { person as es } from './es/person.js';
import { person as fr } from './fr/person.js';
import { person as it } from './it/person.js';

export const personTexts = area({ en, de, fr, es, it });
