/** The texts of area `errors` in every language. */

import { area } from './area.js';
import { errors as de } from './de/errors.js';
import { errors as en } from './en/errors.js';
import { errors as es } from './es/errors.js';
import { errors as fr } from './fr/errors.js';
import { errors as it } from './it/errors.js';

export const errorsTexts = area({ en, de, fr, es, it });
