// Cards at hand: those of the neighbouring findings come ahead of their key, so that it shows them at once.
// None is shown that may be out of date: whatever is decided, here or elsewhere, or a silent server, has them forgotten.

import { selected } from "./beside.js";

const TRUSTED_FOR = 7000; // ms since the server last answered what is new, which the page asks every 3 s
const ENOUGH = 6; // of those that come next
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act)); // Safari has none

let cards = new Map();
let heardAt = performance.now();
let asking = null;

export function forget() {
  cards = new Map();
  asking?.abort();
  asking = null;
}

export function isAtHand(finding) {
  return cards.has(finding);
}

// Whether it was at hand, and is shown now.
export function showAtHand({ dataset: { finding }, href }) {
  const card = document.getElementById("card");
  if (!isAtHand(finding) || performance.now() - heardAt > TRUSTED_FOR) return false;
  htmx.swap(card, cards.get(finding), { swapStyle: "outerHTML", settleDelay: 0 }, { eventInfo: { target: card } });
  history.replaceState(history.state, "", href);
  return true;
}

export function getReady() {
  const link = document.querySelector('#card [data-finding][data-key="n"], #card [data-finding][data-key="p"]');
  if (asking || !link || !navigator.onLine || navigator.connection?.saveData || isEnough()) return;
  whenIdle(() => link.isConnected && ask(link.href), { timeout: 300 });
}

function isEnough() {
  const listed = [...document.querySelectorAll("#list [data-finding]")].map((link) => link.dataset.finding);
  const place = listed.indexOf(selected());
  return listed.slice(place + 1, place + 1 + ENOUGH).every(isAtHand);
}

async function ask(address) {
  if (asking) return;
  const mine = (asking = new AbortController());
  const found = await read(address, mine.signal).catch(() => null); // what is not at hand is asked for with its key
  if (asking !== mine) return;
  asking = null;
  if (found) cards = found;
}

async function read(address, signal) {
  const answer = await fetch(address, { headers: { "HX-Request": "true", "HX-Target": "at-hand" }, signal });
  if (!answer.ok || answer.redirected) return null;
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  return new Map([...read.querySelectorAll("#card")].map((card) => [card.dataset.finding, card.outerHTML]));
}

addEventListener("offline", forget);
document.addEventListener("htmx:sendError", forget);
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.requestConfig.verb !== "get") forget();
});
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.elt.id === "company" && event.detail.successful) heardAt = performance.now();
});
