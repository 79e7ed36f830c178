/** English texts of area `errors`: what a page says when it cannot do what was asked. */

export const errors = {
  badRequestTitle: 'This request could not be read',
  badRequestText:
    'Go back and try again. If it happens again, begin anew from the page you came from.',
  formExpiredTitle: 'This page was open too long',
  formExpiredText:
    'Nothing was changed. Go back, reload the page and try again. Cookies have to be allowed for this site.',
  forbiddenTitle: 'This is not available to you',
  forbiddenText: 'If you think it should be, ask your administrator.',
  notFoundTitle: 'This page is not here',
  notFoundText:
    'It may have expired, or the address is incomplete. Begin again from the page where you sign in.',
  wrongMethodTitle: 'This page cannot be opened this way',
  wrongMethodText: 'Go back and use the buttons on the page.',
  notNowTitle: 'This cannot be done now',
  notNowText: 'Something changed in the meantime. Go back and reload the page.',
  tooLargeTitle: 'That was too much text',
  tooLargeText: 'Nothing was changed. Go back and send less at once.',
  tooManyTitle: 'Too many tries',
  tooManyText: 'Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  brokenTitle: 'Something went wrong',
  brokenText:
    'The fault is on our side. Go back and try again; if it happens again, tell your administrator the reference below.',
  busyTitle: 'The service is busy',
  busyText: 'Wait a moment and try again. Nothing was lost.',
  reference: 'Reference: {id}',
};
