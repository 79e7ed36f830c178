/** The texts of area `outbox` in every language. */

import { area } from './area.js';
import { outbox as de } from './de/outbox.js';
import { outbox as en } from './en/outbox.js';
import { outbox as es } from './es/outbox.js';
import { outbox as fr } from './fr/outbox.js';
import { outbox as it } from './it/outbox.js';

export const outboxTexts = area({ en, de, fr, es, it });
