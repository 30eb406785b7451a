// The review screen: what a click selects, and what follows when a part of the margin comes anew.
// Everything here is on top of links and forms that work without it.

import { forget, getReady, showAtHand } from "./at-hand.js";
import { bringIntoView, chart, copy, fadeDecided, isSeen, light, listed, page, redraw, scroll, selected, show } from "./beside.js";
import "./keys.js";
import { lightName, openAt, openClaim, openName, showClaim, shownLayerOf, showNames } from "./words.js";

function settle({ scrolling }) {
  fadeDecided();
  light(selected());
  showNames();
  showClaim();
  if (scrolling && selected()) bringIntoView(selected());
  redraw();
}

// --- A ruling brings the whole page anew, at the same place ---

const placeKey = `place:${location.pathname}`;
const keepPlace = () => sessionStorage.setItem(placeKey, scrollY);

document.addEventListener("submit", (event) => {
  if (event.target.closest('.decide[hx-boost="false"]')) keepPlace();
});

// --- What a click selects ---

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const mark = event.target.closest(".mark, .marks");
  if (mark) return clickMark(event, mark);
  const words = event.target.closest("#copy [data-name]");
  const layer = words && getSelection().isCollapsed && shownLayerOf(words);
  if (layer) return openName(words.dataset.name, layer);
  const remark = event.target.closest("#copy [data-thread]");
  if (remark && copy.matches('[data-layers~="comments"]')) {
    return location.assign(`${copy.dataset.commentsPage}#thread-${remark.dataset.thread}`);
  }
  const claim = event.target.closest("#copy [data-claim]");
  if (claim && getSelection().isCollapsed && copy.matches('[data-layers~="claims"]')) return openClaim(claim);
  const place = event.target.closest('a[href^="#a-"], a[href^="#b-"]');
  if (place) return show(place.hash[1]);
  const tick = event.target.closest("#map [data-finding]");
  const link = tick && listed(tick.dataset.finding);
  if (!link) return;
  event.preventDefault();
  link.click();
});

// Where findings overlap, each click turns to the next of them.
function clickMark(event, mark) {
  const ids = mark.dataset.findings.split(" ");
  const next = ids[(ids.indexOf(selected()) + 1) % ids.length];
  const link = listed(next);
  event.preventDefault();
  if (!link) return openAt(mark.closest("a").href);
  show("findings");
  link.click();
}

// --- Parts that come from the server ---

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt.id !== "company") return;
  // Whoever fills in a form or chooses from the list keeps it, whatever a colleague decides meanwhile.
  if (page.querySelector("#card .drawer[open]")) event.detail.parameters.deciding = "1";
  if (page.querySelector("#several[open]")) event.detail.parameters.choosing = "1";
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const { finding: id, name } = event.detail.elt.dataset ?? {};
  if (name) return bringNameIntoView(name);
  const next = id ?? (event.detail.elt.matches(".decide form") && event.detail.elt.closest(".decide").dataset.next);
  if (!next) return;
  wanted = id;
  light(next);
  bringIntoView(next);
  if (id && showAtHand(event.detail.elt)) event.preventDefault();
});

// Of two cards that were asked for one after the other the later one stays, whichever comes last.
let wanted;
document.addEventListener("htmx:beforeSwap", (event) => {
  const { finding: id } = event.detail.requestConfig?.elt?.dataset ?? {};
  if (id && id !== wanted) event.detail.shouldSwap = false;
});

// What was lit ahead of an answer that did not come goes back to what is on the card.
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.requestConfig.verb !== "post" || !selected()) return;
    light(selected());
    bringIntoView(selected());
  });
}

function bringNameIntoView(name) {
  lightName(name);
  const lit = [...copy.querySelectorAll(".lit")];
  if (lit.length && !lit.some(isSeen)) scroll(lit[0].closest("p"));
}

let before = selected();
document.addEventListener("htmx:afterSettle", (event) => {
  const finished = document.getElementById("checked");
  if (finished && !page.querySelector(".drawer[open]")) {
    keepPlace();
    return location.reload(); // the address has followed what was selected since
  }
  const part = event.detail.target?.id;
  if (!["card", "findings", "company"].includes(part)) return;
  // What had the focus may be gone with its part: those who read by ear or key go on at the card.
  if (part !== "company" && document.activeElement === document.body) document.getElementById("card").focus({ preventScroll: true });
  if (part !== "card") forget(); // another list, or somebody's decision
  settle({ scrolling: selected() !== before && part === "findings" });
  before = selected();
  getReady();
});

// --- Many at once ---

document.addEventListener("change", (event) => {
  const { target } = event;
  if (target.id !== "all" && !target.matches(".pick")) return;
  const picks = [...document.querySelectorAll(".pick")];
  if (target.id === "all") for (const pick of picks) pick.checked = target.checked;
  const count = picks.filter((pick) => pick.checked).length;
  document.querySelector("#dismiss-several > .button").textContent = count ? `Dismiss ${count} chosen` : "Dismiss the chosen";
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) document.getElementById("said").replaceChildren();
});

// --- Start ---

addEventListener("scroll", redraw, { passive: true });
addEventListener("resize", chart);
page.querySelector(".switch").addEventListener("change", redraw);
const place = sessionStorage.getItem(placeKey);
sessionStorage.removeItem(placeKey);
settle({ scrolling: place === null });
chart();
getReady();
if (place !== null) {
  scrollTo({ top: Number(place), behavior: "instant" });
  document.getElementById("card").focus({ preventScroll: true });
}
