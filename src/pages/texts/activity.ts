/** The texts of area `activity` in every language. */

import { area } from './area.js';
import { activity as de } from './de/activity.js';
import { activity as en } from './en/activity.js';
import { activity as es } from './es/activity.js';
import { activity as fr } from './fr/activity.js';
import { activity as it } from './it/activity.js';

export const activityTexts = area({ en, de, fr, es, it });
