// The keys of the review screen: each clicks what bears it; in a drawer they choose a reason.

import "../save-key.js";
import { page, show } from "./beside.js";
import { besideSelected, selectedWords } from "./words.js";

const dialog = document.getElementById("keys");
const keysOn = document.getElementById("keys-on");
keysOn.checked = localStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));

const field = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable], dialog';

document.addEventListener("keydown", (event) => {
  if (event.target.id === "words" && ["Enter", "Escape"].includes(event.key)) return event.target.blur();
  if (event.target.closest(".reasons")) return keyInReasons(event);
  const drawer = event.key === "Escape" && event.target.closest(".drawer[open]");
  if (drawer) return leave(drawer);
  if (event.target.closest(field) || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (event.key !== "?" && !keysOn.checked) return;
  const keyed = `[data-key="${CSS.escape(event.key)}"]`;
  const wanted = page.querySelector(`#card ${keyed}`) ?? page.querySelector(keyed);
  if (besideSelected[event.key] && selectedWords()) return besideSelected[event.key]();
  if (!wanted) return;
  event.preventDefault();
  if (wanted.closest("#findings")) show("findings"); // where one column shows at a time
  if (wanted.matches("input")) return wanted.focus();
  wanted.click();
  if (wanted.matches(".drawer[open] > summary")) enter(wanted.parentElement); // the toggle comes too late for a quick hand
});

// An opened drawer takes the focus: the reasons as a whole, so that no first key chooses one by accident.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".drawer[open]")) enter(event.target);
}, { capture: true });

function enter(drawer) {
  for (const box of drawer.querySelectorAll(".scripted")) box.hidden = false;
  if (document.activeElement.matches(".notice--refused, .pick[autofocus]")) return; // first of all why the drawer is open again
  if (!drawer.contains(document.activeElement) || document.activeElement.matches("summary")) {
    drawer.querySelector(".reasons, [type=text], textarea, select").focus();
    drawer.querySelector("form .button").scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

function leave(drawer) {
  drawer.open = false;
  drawer.querySelector("summary").focus();
}

// A number or an arrow chooses a reason, other letters begin the note.
function keyInReasons(event) {
  if (event.key === "Escape") return leave(event.target.closest(".drawer"));
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const radios = [...event.target.closest(".reasons").querySelectorAll("input")];
  const isOutside = !event.target.matches("input");
  const numbered = radios[Number(event.key) - 1];
  const wanted = numbered ?? (isOutside && { ArrowDown: radios[0], ArrowUp: radios.at(-1) }[event.key]);
  if (wanted) {
    event.preventDefault();
    wanted.click();
    wanted.focus();
  } else if (event.key === " " && isOutside) {
    event.preventDefault(); // it would scroll the page
  } else if (event.key.length === 1 && event.key !== " ") {
    event.target.closest("form").querySelector("textarea").focus();
  }
}

for (const button of page.querySelectorAll("[data-dialog]")) button.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dialog]")) dialog.showModal();
});
