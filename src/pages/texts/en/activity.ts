/** English texts of area `activity`: sign-ins and text messages in figures. */

export const activity = {
  title: 'Activity',
  intro:
    'The last {days} days, in the time zone {zone}. Counts alone: nobody can be told from them.',
  day: 'Day',
  table: 'The same as a table',
  codes: 'Codes entered',
  codesByDay: 'Codes entered, by day',
  approved: 'Accepted',
  failed: 'Wrong',
  messages: 'Text messages',
  messagesByDay: 'Text messages, by day',
  handedOver: 'Sent',
  undelivered: 'Not sent',
  delivery: 'Delivery by country',
  deliveryMeans:
    'Taken means that the mobile provider accepted the message, not yet that it arrived. Not sent means that it refused it or could not be reached.',
  country: 'Country',
  sent: 'Messages',
  accepted: 'Taken',
  unknown: 'No answer',
  noCountry: 'No country',
  nothing: 'No text message was sent in these days.',
};
