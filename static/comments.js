// While “@” is typed in a comment, those of the desk whose names begin so are offered below the field.

import "./save-key.js";

const people = [...document.querySelectorAll("#callable [data-call]")];
const begun = /(^|[^\w@./])@([\w.-]*)$/;
const MOST = 6;

const offer = document.createElement("div");
offer.className = "offer";
offer.setAttribute("role", "group");
offer.setAttribute("aria-label", "Whom to call");

const typed = (field) => begun.exec(field.value.slice(0, field.selectionStart));

function matching(start) {
  return people.filter((one) => `${one.dataset.call} ${one.textContent}`.toLowerCase().split(/[\s@]+/).some((word) => word.startsWith(start)));
}

function offerTo(field) {
  const call = typed(field);
  const found = call ? matching(call[2].toLowerCase()).slice(0, MOST) : [];
  offer.replaceChildren(...found.map((one) => button(one, field)));
  if (found.length) field.after(offer);
  else offer.remove();
}

function button(one, field) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--small";
  made.textContent = one.textContent.trim();
  made.addEventListener("click", () => call(field, one.dataset.call));
  return made;
}

function call(field, name) {
  const from = field.selectionStart - typed(field)[2].length;
  field.setRangeText(`${name} `, from, field.selectionStart, "end");
  offer.remove();
  field.focus();
}

const isComment = (target) => target.matches('textarea[name="text"]');

document.addEventListener("input", (event) => {
  if (isComment(event.target)) offerTo(event.target);
});

// Down leads to those offered, Enter chooses as on any button, Escape goes on typing.
document.addEventListener("keydown", (event) => {
  if (!offer.isConnected) return;
  const field = offer.previousElementSibling;
  if (event.key === "Escape") {
    offer.remove();
    return field.focus();
  }
  const buttons = [...offer.children];
  const place = buttons.indexOf(document.activeElement);
  const next = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
  if (next === undefined || (event.target !== field && place < 0)) return;
  event.preventDefault();
  (buttons[next] ?? field).focus();
});
