/** Spanish texts. */

import type { Catalogue } from './catalogue.js';

export const es: Catalogue = {
  codeSms:
    '{code} es su código de acceso de {company}. Caduca en {minutes, plural, one {# minuto} other {# minutos}}. No lo comparta con nadie.',
  codeSmsUnnamed:
    '{code} es su código de acceso. Caduca en {minutes, plural, one {# minuto} other {# minutos}}. No lo comparta con nadie.',
  resetSms:
    '{company}: este teléfono se ha retirado de su inicio de sesión. Si no lo esperaba, avise enseguida a su administrador.',
  resetSmsUnnamed:
    'Este teléfono se ha retirado de su inicio de sesión. Si no lo esperaba, avise enseguida a su administrador.',
  changedSms:
    '{company}: sus códigos de acceso se envían ahora a otro número. Si no ha sido usted, avise enseguida a su administrador.',
  changedSmsUnnamed:
    'Sus códigos de acceso se envían ahora a otro número. Si no ha sido usted, avise enseguida a su administrador.',
  callCode: 'Hola. Este es un código de seguridad para iniciar sesión en {company}. Su código es:',
  callCodeUnnamed:
    'Hola. Este es un código de seguridad para iniciar sesión en el trabajo. Su código es:',
  callAgain: 'Lo repetimos. Su código es:',
  callEnd:
    'No lo comparta con nadie. Si no ha pedido esta llamada, cuelgue y avise a su administrador. Adiós.',
  notice: [
    '{company} le pide su número de móvil con un único fin: enviarle por SMS códigos de seguridad que demuestran que es usted quien inicia sesión. No se usa para nada más: ni publicidad, ni listas de contactos.',
    'Su número se guarda cifrado; compañeros y administradores ven como mucho las dos últimas cifras. Los SMS los entregan Twilio, un proveedor (encargado del tratamiento) en Estados Unidos y otros países, con garantías contractuales de protección de datos, y las redes móviles. Twilio guarda un registro de cada mensaje hasta que se borra allí.',
    'El número se conserva hasta que usted o {company} pidan que se elimine; los registros de inicio de sesión se guardan un tiempo limitado por seguridad.',
    'Puede pedir ver, corregir, eliminar o recibir sus datos, oponerse a su uso y reclamar ante una autoridad de protección de datos. Contacto: {contact}.',
    'Los SMS necesitan cobertura y protegen menos que una aplicación de autenticación: pueden retrasarse, perderse o ser interceptados. Si no puede o no quiere usar su teléfono, pida otra opción a {company}.',
  ],
  noticeCalls:
    'El código también se le puede dictar en una llamada telefónica, a un móvil o a un fijo, si usted lo pide o {company} lo ha dispuesto así. Entonces se llama a su número solo con ese fin, también a través de Twilio; las llamadas no se graban.',
};
