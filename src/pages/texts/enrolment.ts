/** The texts of area `enrolment` in every language. */

import { area } from './area.js';
import { enrolment as de } from './de/enrolment.js';
import { enrolment as en } from './en/enrolment.js';
import { enrolment as es } from './es/enrolment.js';
import { enrolment as fr } from './fr/enrolment.js';
import { enrolment as it } from './it/enrolment.js';

export const enrolmentTexts = area({ en, de, fr, es, it });
