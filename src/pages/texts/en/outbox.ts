/** English texts of area `outbox`: SMS that are shown instead of sent, outside production. */

export const outbox = {
  phone: 'Demo phone',
  nothingSent: 'No text message was sent. What would have been texted appears here.',
  none: 'No messages yet.',
  reload: 'Reload the page to see new messages.',
  outboxTitle: 'Outbox',
  outboxIntro: 'Messages that would have been texted, newest first. None leaves this machine.',
};
