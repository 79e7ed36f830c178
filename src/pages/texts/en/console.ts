/** English texts of area `console`: its pages by name. */

export const consoleArea = {
  console: 'Administrator console',
  policy: 'Two-factor sign-in',
  texts: 'Texts',
};
