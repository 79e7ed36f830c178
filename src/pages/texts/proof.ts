/** The texts of area `proof` in every language. */

import { area } from './area.js';
import { proof as de } from './de/proof.js';
import { proof as en } from './en/proof.js';
import { proof as es } from './es/proof.js';
import { proof as fr } from './fr/proof.js';
import { proof as it } from './it/proof.js';

export const proofTexts = area({ en, de, fr, es, it });
