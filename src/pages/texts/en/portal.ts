/** English texts of area `portal`: entering and leaving an account, the console, support. */

export const portal = {
  employeeTitle: 'Your sign-in security',
  employeeText: 'See what is held about you, change your phone number and see your sign-ins.',
  adminTitle: 'Administrator console',
  adminText: 'Two-factor sign-in for your company: settings, people and records.',
  supportTitle: 'Support',
  supportText: 'Look up one person at a time. The company sees the reason given here.',
  person: 'Person',
  company: 'Company',
  reason: 'Reason given',
  enter: 'Continue as {userId} of {company}',
  notYou: 'If this is not you, close this page. Nothing has been opened yet.',
  linkOverTitle: 'This link cannot be used any more',
  linkOverText:
    'Each link works once and for five minutes. Go back to the page that brought you here and open a new one.',
  linkOverResume: 'Already opened in this browser? Go on from there',
  endedTitle: 'You are not signed in here',
  endedText:
    'Access ends after 30 minutes without use, after 8 hours, when you leave, or when your company ends it.',
  endedHow: 'Open it again from the page that brought you here.',
  leftTitle: 'You have left',
  leftText: 'This browser has no access any more. You can close this page.',
  leave: 'Leave',
  signedInAs: 'Signed in as {userId}',
};
