// The review screen: lights the selected finding in both columns, joins its two places, and answers the keys.
// Everything here is on top of links and forms that work without it.

const page = document.querySelector(".review");
const copy = document.getElementById("copy");
const thread = document.querySelector("#thread path");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 64rem)");

// --- The selected finding ---

const marksOf = (id) => [...copy.querySelectorAll(`.mark[data-findings~="${id}"]`)];
const listed = (id) => document.getElementById(`finding-${id}`);
const selected = () => document.getElementById("card")?.dataset.finding;

function light(id) {
  for (const mark of copy.querySelectorAll(".mark.selected")) mark.classList.remove("selected");
  for (const mark of id ? marksOf(id) : []) mark.classList.add("selected");
  for (const link of document.querySelectorAll("#list [aria-current]")) link.removeAttribute("aria-current");
  if (id) listed(id)?.setAttribute("aria-current", "true");
}

function bringIntoView(id) {
  removePeek();
  const [left, right] = places(id);
  const first = left ?? right;
  if (!first) return;
  if (!isSeen(first)) scroll(first.closest("p"));
  if (left && right && rowOf(left) !== rowOf(right)) peek(rowOf(left), right);
  const link = listed(id);
  const list = document.getElementById("list");
  if (link && list) list.scrollTop = link.offsetTop - list.offsetTop - list.clientHeight / 3;
}

// Under the sticky heads, and above the foot: what is in sight stays where it is.
function isSeen(words) {
  const place = words.getBoundingClientRect();
  return place.top > 140 && place.bottom < innerHeight - 40;
}

const rowOf = (mark) => mark.closest(".row");
const places = (id) => ["a", "b"].map((column) => copy.querySelector(`.cell--${column} .mark[data-findings~="${id}"]`));

function scroll(paragraph) {
  const far = Math.abs(paragraph.getBoundingClientRect().top) > 2 * innerHeight;
  paragraph.scrollIntoView({ block: "center", behavior: calm.matches || far ? "instant" : "smooth" });
}

// Where the other place lies far away, its paragraph is shown beside the first one for as long as it is selected.
function peek(row, mark) {
  if (narrow.matches) return;
  const paragraph = mark.closest("p");
  const shown = document.createElement("aside");
  shown.id = "peek";
  shown.className = "peek";
  shown.setAttribute("aria-hidden", "true");
  const where = document.createElement("a");
  where.href = `#${paragraph.id}`;
  where.tabIndex = -1;
  where.textContent = `From ¶${paragraph.id.split("-")[1]} further away: go there`;
  const words = paragraph.cloneNode(true);
  words.removeAttribute("id");
  for (const link of words.querySelectorAll("a")) link.tabIndex = -1;
  shown.append(where, words);
  row.querySelector(".cell--b").prepend(shown);
}

function removePeek() {
  document.getElementById("peek")?.remove();
}

// --- The thread between the two places ---

function draw() {
  const id = selected();
  const left = id && copy.querySelector(".cell--a .mark.selected");
  const right = id && copy.querySelector(".peek .mark.selected, .cell--b .mark.selected");
  if (!left || !right || narrow.matches) return thread.setAttribute("d", "");
  thread.setAttribute("class", document.getElementById("card").dataset.family);
  const from = [...left.getClientRects()].at(0);
  const to = [...right.getClientRects()].at(0);
  const gutter = right.closest(".cell").getBoundingClientRect().left - 12;
  const fromY = from.bottom + 1;
  const toY = to.bottom + 1;
  thread.setAttribute("d", `M ${from.right} ${fromY} H ${gutter - 8} C ${gutter + 4} ${fromY}, ${gutter - 8} ${toY}, ${gutter + 8} ${toY} H ${to.left}`);
}

let drawing = 0;
function redraw() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(draw);
}

// --- What is decided in the margin fades in the copy ---

function fadeDecided() {
  const open = new Set(document.getElementById("findings").dataset.open.split(" "));
  for (const mark of copy.querySelectorAll(".mark")) {
    mark.classList.toggle("closed", !mark.dataset.findings.split(" ").some((id) => open.has(id)));
  }
}

function settle({ scrolling }) {
  fadeDecided();
  light(selected());
  showNames();
  if (scrolling && selected()) bringIntoView(selected());
  redraw();
}

// --- Names: all places of the selected one light up ---

const named = () => document.getElementById("card")?.dataset.name;

function lightName(name) {
  for (const words of copy.querySelectorAll("[data-name]")) words.classList.toggle("lit", words.dataset.name === name);
  for (const link of document.querySelectorAll(".names [data-name]")) {
    if (link.dataset.name === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// While names are listed, their layer shows in the copy.
function showNames() {
  const box = document.querySelector(`#layers [value="${document.getElementById("findings").dataset.names}"]`);
  if (box && !box.checked) {
    box.checked = true;
    showLayers({ kept: false });
  }
  lightName(named());
}

function openName(name, layer) {
  const address = new URL(location);
  address.searchParams.delete("finding");
  address.searchParams.set("names", layer);
  address.searchParams.set("name", name);
  openAt(address);
}

function openAt(address) {
  show("findings");
  htmx.ajax("GET", `${address}`, { target: "#findings", swap: "outerHTML show:none" });
}

const nameLayers = ["people", "organisations", "places", "other"];
const shownLayerOf = (words) => nameLayers.find((layer) => words.hasAttribute(`data-${layer}`) && copy.matches(`[data-layers~="${layer}"]`));

// --- Words that somebody selects can be marked as a name ---

const marker = document.getElementById("beside-selected");
const beside = { m: markSelected, c: commentOnSelected, v: openSelectedClaim };

function selectedWords() {
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

function openClaim(words) {
  const address = new URL(copy.dataset.claimsPage, location.href);
  address.searchParams.set("check", words.dataset.claim);
  address.searchParams.set("back", location.pathname + location.search);
  location.assign(address);
}

function openSelectedClaim() {
  const words = getSelection().getRangeAt(0).startContainer.parentElement.closest("[data-claim]");
  if (words) openClaim(words);
  else page.querySelector('[data-key="v"]').click();
}

// --- A ruling brings the whole page anew, at the same place ---

const placeKey = `place:${location.pathname}`;
const keepPlace = () => sessionStorage.setItem(placeKey, scrollY);

document.addEventListener("submit", (event) => {
  if (event.target.closest('.decide[hx-boost="false"]')) keepPlace();
});

function show(part) {
  const radio = page.querySelector(`.switch [value="${part}"]`);
  if (radio) radio.checked = true;
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const mark = event.target.closest(".mark");
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

function clickMark(event, mark) {
  const ids = mark.dataset.findings.split(" ");
  const next = ids[(ids.indexOf(selected()) + 1) % ids.length];
  const link = listed(next);
  event.preventDefault();
  if (!link) return openAt(mark.href);
  show("findings");
  link.click();
}

// --- Parts that come from the server ---

document.addEventListener("htmx:beforeRequest", (event) => {
  const { finding: id, name } = event.detail.elt.dataset ?? {};
  if (name) return bringNameIntoView(name);
  if (!id) return;
  light(id);
  bringIntoView(id);
});

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
  if (!["card", "findings"].includes(event.detail.target?.id)) return;
  // What had the focus may be gone with its part: those who read by ear or key go on at the card.
  if (document.activeElement === document.body) document.getElementById("card").focus({ preventScroll: true });
  settle({ scrolling: selected() !== before && event.detail.target.id === "findings" });
  before = selected();
});

// --- Layers: shown and hidden at once, kept in the address and for the next visit ---

const layers = document.getElementById("layers");
const boxes = [...layers.querySelectorAll("[type=checkbox]")];

function showLayers({ kept }) {
  const on = boxes.filter((box) => box.checked).map((box) => box.value);
  copy.dataset.layers = on.join(" ");
  redraw();
  if (!kept) return;
  localStorage.setItem("layers", on.join(","));
  const address = new URL(location);
  address.searchParams.set("layers", on.join(","));
  history.replaceState(history.state, "", address);
}

layers.addEventListener("change", () => showLayers({ kept: true }));
const chosen = localStorage.getItem("layers");
if (chosen !== null && !new URLSearchParams(location.search).has("layers")) {
  for (const box of boxes) box.checked = chosen.split(",").includes(box.value);
  showLayers({ kept: false });
}

// --- Keys ---

const dialog = document.getElementById("keys");
const keysOn = document.getElementById("keys-on");
keysOn.checked = localStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  if (event.target.id === "words" && ["Enter", "Escape"].includes(event.key)) return event.target.blur();
  if (event.target.closest(".reasons")) return keyInReasons(event);
  if (event.target.matches(".drawer textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    return event.target.form.requestSubmit();
  }
  const typing = event.target.closest("input, select, textarea, [contenteditable], dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (event.key !== "?" && !keysOn.checked) return;
  const wanted = page.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (beside[event.key] && selectedWords()) return beside[event.key]();
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) return wanted.focus();
  wanted.click();
  if (wanted.matches(".drawer[open] > summary")) enter(wanted.parentElement); // the toggle comes too late for a quick hand
});

// An opened drawer takes the focus: the reasons as a whole, so that no first key chooses one by accident.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".drawer[open]")) enter(event.target);
}, { capture: true });

function enter(drawer) {
  if (!drawer.contains(document.activeElement) || document.activeElement.matches("summary")) {
    drawer.querySelector(".reasons, textarea, select").focus();
    drawer.querySelector("form > .button").scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

// A number or an arrow chooses a reason, other letters begin the note.
function keyInReasons(event) {
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

// --- Start ---

addEventListener("scroll", redraw, { passive: true });
addEventListener("resize", redraw);
page.querySelector(".switch").addEventListener("change", redraw);
const place = sessionStorage.getItem(placeKey);
sessionStorage.removeItem(placeKey);
settle({ scrolling: place === null });
if (place !== null) {
  scrollTo({ top: Number(place), behavior: "instant" });
  document.getElementById("card").focus({ preventScroll: true });
}
