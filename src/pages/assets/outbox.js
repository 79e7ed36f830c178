/** Shows SMS of the outbox as they come. Without it a reload does. */

const POLL_MS = 1_000;

for (const place of document.querySelectorAll('[data-outbox]')) follow(place);

function follow(place) {
  const poll = async () => {
    if (!document.hidden) await look(place);
    window.setTimeout(poll, POLL_MS);
  };
  void poll();
}

async function look(place) {
  try {
    const answer = await fetch('/dev/outbox.json');
    if (answer.ok) show(place, (await answer.json()).items);
  } catch {
    // The service was stopped; it may come back.
  }
}

/** Adds what is new on top, the newest last, so that it ends up first. */
function show(place, items) {
  const list = place.querySelector('ol');
  const limit = Number(place.dataset.outbox);
  const known = new Set([...list.children].map((item) => item.dataset.message));
  const isNew = ({ id }) => !known.has(id);
  for (const message of items.slice(0, limit).filter(isNew).reverse()) list.prepend(item(message));
  while (list.children.length > limit) list.lastElementChild.remove();
  place.querySelector('p').hidden = list.children.length > 0;
}

/** As messages.tsx makes it. */
function item({ id, to, body, at }) {
  const time = element('time', `${at.slice(11, 19)} UTC`);
  time.dateTime = at;
  const line = document.createElement('li');
  line.dataset.message = id;
  line.append(element('strong', to), ' ', time, element('p', body));
  return line;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
