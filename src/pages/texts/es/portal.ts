/** Spanish texts of area `portal`: entering and leaving an account, the console, support. */

import type { Texts } from '../area.js';
import type { portal as english } from '../en/portal.js';

export const portal: Texts<typeof english> = {
  employeeTitle: 'La seguridad de su acceso',
  employeeText:
    'Consulte qué datos suyos se conservan, cambie su número de teléfono y vea sus accesos.',
  adminTitle: 'Consola de administración',
  adminText: 'El acceso en dos pasos de su empresa: ajustes, personas y registros.',
  supportTitle: 'Asistencia',
  supportText: 'Busque a una persona cada vez. La empresa ve el motivo indicado aquí.',
  person: 'Persona',
  company: 'Empresa',
  reason: 'Motivo indicado',
  enter: 'Continuar como {userId} de {company}',
  notYou: 'Si no es usted, cierre esta página. Todavía no se ha abierto nada.',
  linkOverTitle: 'Este enlace ya no se puede usar',
  linkOverText:
    'Cada enlace sirve una sola vez y durante cinco minutos. Vuelva a la página de la que vino y abra uno nuevo.',
  linkOverResume: '¿Ya está abierto en este navegador? Continúe ahí',
  endedTitle: 'No ha iniciado sesión aquí',
  endedText:
    'El acceso termina tras 30 minutos sin uso, tras 8 horas, cuando usted sale o cuando su empresa lo termina.',
  endedHow: 'Ábralo de nuevo desde la página de la que vino.',
  leftTitle: 'Ha salido',
  leftText: 'Este navegador ya no tiene acceso. Puede cerrar esta página.',
  leave: 'Salir',
  signedInAs: 'Sesión de {userId}',
};
