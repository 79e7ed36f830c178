/** What a page that asks for a code does better where scripts run. Nothing here is needed. */

const POLL_MS = 5_000;

const field = document.querySelector('input[autocomplete="one-time-code"]');
if (field?.form && 'OTPCredential' in window) fillIn(field);
for (const line of document.querySelectorAll('[data-state-address]')) follow(line);

/** WebOTP: the phone hands the code of its SMS over; the only thing that sends the form by itself. */
async function fillIn({ form }) {
  const waiting = new AbortController();
  form.addEventListener('submit', () => waiting.abort());
  window.addEventListener('pagehide', () => waiting.abort());
  try {
    const { signal } = waiting;
    const credential = await navigator.credentials.get({ otp: { transport: ['sms'] }, signal });
    if (!credential?.code || field.value !== '') return;
    field.value = credential.code;
    form.requestSubmit();
  } catch {
    // Declined, timed out, or typed by hand first.
  }
}

/** Says what became of the message, once, when it changes; stops when the code is over. */
function follow(line) {
  const poll = async () => {
    if (document.hidden || (await look(line))) window.setTimeout(poll, POLL_MS);
  };
  window.setTimeout(poll, POLL_MS);
}

/** Answers whether there is more to come. */
async function look(line) {
  try {
    const headers = { Accept: 'application/json' };
    const answer = await fetch(line.dataset.stateAddress, { headers });
    if (!answer.ok) return answer.status >= 500;
    const { state, text, isOver } = await answer.json();
    if (state !== line.dataset.state) line.textContent = text;
    line.dataset.state = state;
    if (isOver) document.getElementById('go-on')?.removeAttribute('hidden');
    return !isOver;
  } catch {
    return true;
  }
}
