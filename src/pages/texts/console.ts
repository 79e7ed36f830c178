/** The texts of area `console` in every language. */

import { area } from './area.js';
import { consoleArea as de } from './de/console.js';
import { consoleArea as en } from './en/console.js';
import { consoleArea as es } from './es/console.js';
import { consoleArea as fr } from './fr/console.js';
import { consoleArea as it } from './it/console.js';

export const consoleTexts = area({ en, de, fr, es, it });
