/** What every page does better where scripts run. Nothing here is needed. */

const SECOND_MS = 1_000;

for (const form of document.querySelectorAll('form[data-guard]')) guard(form);
for (const button of document.querySelectorAll('button[data-wait]')) countDown(button);
document.querySelector('.summary')?.focus();

/** A second click while the first is on its way does nothing; the server treats both as one act anyway. */
function guard(form) {
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // The page may come back from the browser's memory as it was left.
  window.addEventListener('pageshow', () => {
    isSent = false;
  });
}

/** Shows the seconds that are left, and tells screen readers once, when they are over. */
function countDown(button) {
  const label = button.textContent;
  const region = document.getElementById(button.dataset.waitStatus ?? '');
  // A background tab's timers are late: the time itself is asked.
  const endsAt = Date.now() + Number(button.dataset.wait) * SECOND_MS;
  const tick = () => {
    const left = Math.ceil((endsAt - Date.now()) / SECOND_MS);
    button.disabled = left > 0;
    button.textContent = left > 0 ? `${label} (${left})` : label;
    if (left > 0) window.setTimeout(tick, SECOND_MS);
    else if (region) region.textContent = region.dataset.text ?? '';
  };
  tick();
}
