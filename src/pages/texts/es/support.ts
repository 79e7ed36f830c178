/** Spanish texts of area `support`: finding one person. */

import type { Texts } from '../area.js';
import type { support as english } from '../en/support.js';

export const support: Texts<typeof english> = {
  title: 'Buscar a una persona',
  company: 'Empresa',
  reason: 'Motivo indicado',
  intro:
    'Usted ve cómo está una persona y puede restablecer su teléfono cuando lo pide. La empresa lee lo que usted hizo y por qué.',
  companyId: 'Identificador de la empresa',
  companyHint: 'La empresa para la que se abrió esta sesión. Para otra, abra otra sesión.',
  userId: 'Identificador de la persona',
  userHint: 'El identificador completo, como lo tiene el sistema de acceso de la empresa.',
  find: 'Buscar',
  nobody: 'No se conoce a nadie con este identificador en esta empresa.',
};
