/** English texts of area `support`: finding one person. */

export const support = {
  title: 'Find a person',
  company: 'Company',
  reason: 'Reason given',
  intro:
    'You see how a person stands and can reset their phone when they ask for it. The company reads what you did and why.',
  companyId: 'Id of the company',
  companyHint: 'The one this session was opened for. For another, open another session.',
  userId: 'Id of the person',
  userHint: 'The whole id, as the company’s sign-in system has it.',
  find: 'Find',
  nobody: 'Nobody with this id is known at this company.',
};
