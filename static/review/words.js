// Words of the copy that are more than a finding: names and claims, and those that somebody selects.

import { copy, page, show } from "./beside.js";
import { showLayer } from "./layers.js";

// --- Names: all places of the selected one light up ---

const named = () => document.getElementById("card")?.dataset.name;

export function lightName(name) {
  for (const words of copy.querySelectorAll("[data-name]")) words.classList.toggle("lit", words.dataset.name === name);
  for (const link of document.querySelectorAll(".names [data-name]")) {
    if (link.dataset.name === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// While names are listed, their layer shows in the copy.
export function showNames() {
  showLayer(document.getElementById("findings").dataset.names);
  lightName(named());
}

// All places of the selected claim light up, as it stands now.
export function showClaim() {
  const { claim, standing, told } = document.getElementById("card")?.dataset ?? {};
  for (const words of copy.querySelectorAll("[data-claim]")) {
    const isSelected = words.dataset.claim === claim;
    words.classList.toggle("claimed", isSelected);
    if (!isSelected) continue;
    words.dataset.standing = standing;
    words.dataset.claims = words.dataset.claims.replace(/^[^:]+(?=:)/, told);
  }
  if (claim) showLayer("claims");
}

export function openName(name, layer) {
  const address = new URL(location);
  for (const other of ["finding", "claim"]) address.searchParams.delete(other);
  address.searchParams.set("names", layer);
  address.searchParams.set("name", name);
  openAt(address);
}

export function openAt(address) {
  show("findings");
  htmx.ajax("GET", `${address}`, { target: "#findings", swap: "outerHTML show:none" });
}

const nameLayers = ["people", "organisations", "places", "other"];
export const shownLayerOf = (words) => nameLayers.find((layer) => words.hasAttribute(`data-${layer}`) && copy.matches(`[data-layers~="${layer}"]`));

// --- Words that somebody selects can be marked as a name ---

const marker = document.getElementById("beside-selected");
export const besideSelected = { m: markSelected, c: commentOnSelected, v: openSelectedClaim };

export function selectedWords() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0);
  const paragraph = copy.contains(range.startContainer) && range.startContainer.parentElement.closest("p[id]");
  const words = selection.toString().trim();
  return paragraph && paragraph.contains(range.endContainer) && words.length <= 200 ? words : "";
}

function offerMarker() {
  marker.hidden = !selectedWords();
  if (marker.hidden) return;
  const place = getSelection().getRangeAt(0).getBoundingClientRect();
  marker.style.top = `${place.bottom + scrollY + 6}px`;
  marker.style.left = `${Math.min(place.left + scrollX, innerWidth - marker.offsetWidth - 8)}px`;
}

function markSelected() {
  const words = selectedWords();
  marker.hidden = true;
  getSelection().removeAllRanges();
  openName(words, document.getElementById("findings").dataset.names || "people");
}

for (const event of ["pointerup", "keyup"]) document.addEventListener(event, () => setTimeout(offerMarker));
marker.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
document.getElementById("mark-selected").addEventListener("click", markSelected);
document.getElementById("comment-selected").addEventListener("click", commentOnSelected);
document.getElementById("pass-selected")?.addEventListener("click", passSelected);

// --- Comments on selected words; a passage passed to the writer of the other draft; the claim that they stand in ---

const selectedParagraph = () => getSelection().getRangeAt(0).startContainer.parentElement.closest("p[id]");

function commentOn(paragraph, words, text = "") {
  const [column, number] = paragraph.id.split("-");
  const address = new URL(copy.dataset.commentsPage, location.href);
  const draft = copy.querySelector(`.side.cell--${column}`).dataset.draft;
  const asked = { draft, paragraph: number, words, text, back: location.pathname + location.search };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  location.assign(address);
}

function commentOnSelected() {
  commentOn(selectedParagraph(), selectedWords());
}

function passSelected() {
  const from = selectedParagraph();
  const [source, target] = from.id[0] === "a" ? ["a", "b"] : ["b", "a"];
  const facing = from.closest(".row").querySelector(`.cell--${target} p[id]`) ?? copy.querySelector(`p[id^="${target}-"]`);
  const theirs = facing.cloneNode(true);
  theirs.querySelector(".number")?.remove();
  const words = theirs.textContent.trim().split(/\s+/).slice(0, 12).join(" ");
  const [mine, other] = [source, target].map((column) => copy.querySelector(`.side.cell--${column}`).dataset);
  const to = other.writer ? `@${other.writer} ` : "";
  commentOn(facing, words, `${to}${mine.label} has: “${selectedWords()}”`);
}

export function openClaim(words) {
  const address = new URL(location);
  for (const other of ["finding", "names", "name", "decided"]) address.searchParams.delete(other);
  address.searchParams.set("claim", words.dataset.claim);
  openAt(address);
}

function openSelectedClaim() {
  const words = getSelection().getRangeAt(0).startContainer.parentElement.closest("[data-claim]");
  if (words) openClaim(words);
  else page.querySelector('[data-key="v"]').click();
}
