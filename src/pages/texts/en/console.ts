/** English texts of area `console`: its pages by name. */

export const consoleArea = {
  console: 'Administrator console',
  policy: 'Two-factor sign-in',
  people: 'People',
  activity: 'Activity',
  audit: 'Records',
  texts: 'Texts',
  account: 'My phone',
};
