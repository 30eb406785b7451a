// The review screen: lights the selected finding in both columns, joins its two places, and answers the keys.
// Everything here is on top of links and forms that work without it.

const page = document.querySelector(".review");
const copy = document.getElementById("copy");
const map = document.getElementById("map");
const thread = document.querySelector("#thread path");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 64rem)");

// --- The selected finding ---

const marksOf = (id) => [...copy.querySelectorAll(`.mark[data-findings~="${id}"]`)];
const listed = (id) => document.getElementById(`finding-${id}`);
const selected = () => document.getElementById("card")?.dataset.finding;

function light(id) {
  for (const lit of page.querySelectorAll(".mark.selected, #map .selected")) lit.classList.remove("selected");
  for (const link of document.querySelectorAll("#list [aria-current]")) link.removeAttribute("aria-current");
  if (!id) return;
  for (const mark of marksOf(id)) mark.classList.add("selected");
  map.querySelector(`[data-finding="${id}"]`)?.classList.add("selected");
  listed(id)?.setAttribute("aria-current", "true");
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

// What lies under the pointer shows its other place as well, in the copy and from the list.
document.addEventListener("pointerover", (event) => {
  for (const mark of copy.querySelectorAll(".pointed")) mark.classList.remove("pointed");
  const { findings, finding } = event.target.closest("#copy [data-findings], #list [data-finding]")?.dataset ?? {};
  for (const id of (findings ?? finding ?? "").split(" ").filter(Boolean)) {
    for (const mark of marksOf(id)) mark.classList.add("pointed");
  }
});

function removePeek() {
  document.getElementById("peek")?.remove();
}

// --- The thread between the two places, and where the window stands on the map ---

function draw() {
  if (narrow.matches) return thread.setAttribute("d", "");
  const whole = copy.getBoundingClientRect();
  const units = map.viewBox.baseVal.height / whole.height;
  const pane = map.querySelector(".pane");
  pane.setAttribute("y", Math.max(0, -whole.top) * units);
  pane.setAttribute("height", Math.max(0, Math.min(whole.bottom, innerHeight) - Math.max(0, whole.top)) * units);
  const id = selected();
  const left = id && copy.querySelector(".cell--a .mark.selected");
  const right = id && copy.querySelector(".peek .mark.selected, .cell--b .mark.selected");
  if (!left || !right) return thread.setAttribute("d", "");
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

// The server guesses by letters how far down a finding lies; here it is known.
function chart() {
  if (narrow.matches) return;
  const whole = copy.getBoundingClientRect();
  const units = map.viewBox.baseVal.height / whole.height;
  const heights = new Map();
  for (const mark of copy.querySelectorAll(".cell .mark")) {
    for (const id of mark.dataset.findings.split(" ")) {
      if (!heights.has(id)) heights.set(id, mark.getBoundingClientRect().top - whole.top);
    }
  }
  for (const tick of map.querySelectorAll("[data-finding]")) {
    tick.firstElementChild.setAttribute("y", (heights.get(tick.dataset.finding) ?? 0) * units);
  }
  redraw();
}

// --- What is decided in the margin fades in the copy and on the map ---

function fadeDecided() {
  const open = new Set(document.getElementById("turns").dataset.open.split(" "));
  for (const mark of copy.querySelectorAll(".mark")) {
    mark.classList.toggle("closed", !mark.dataset.findings.split(" ").some((id) => open.has(id)));
  }
  for (const tick of map.querySelectorAll("[data-finding]")) tick.classList.toggle("closed", !open.has(tick.dataset.finding));
}

function settle({ scrolling }) {
  fadeDecided();
  light(selected());
  showNames();
  showClaim();
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
  showLayer(document.getElementById("findings").dataset.names);
  lightName(named());
}

function showLayer(name) {
  const box = document.querySelector(`#layers [value="${name}"]`);
  if (!box || box.checked) return;
  box.checked = true;
  showLayers({ kept: false });
}

// All places of the selected claim light up, as it stands now.
function showClaim() {
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

function openName(name, layer) {
  const address = new URL(location);
  for (const other of ["finding", "claim"]) address.searchParams.delete(other);
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
  light(next);
  bringIntoView(next);
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
  settle({ scrolling: selected() !== before && part === "findings" });
  before = selected();
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

// --- Layers: shown and hidden at once, kept in the address and for the next visit ---

const layers = document.getElementById("layers");
const boxes = [...layers.querySelectorAll("[type=checkbox]")];

function showLayers({ kept }) {
  const on = boxes.filter((box) => box.checked).map((box) => box.value);
  copy.dataset.layers = on.join(" ");
  chart();
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

const field = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable], dialog';

document.addEventListener("keydown", (event) => {
  if (event.target.id === "words" && ["Enter", "Escape"].includes(event.key)) return event.target.blur();
  if (event.target.closest(".reasons")) return keyInReasons(event);
  if (event.target.matches(".drawer textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    return event.target.form.requestSubmit(event.target.form.querySelector("button"));
  }
  const drawer = event.key === "Escape" && event.target.closest(".drawer[open]");
  if (drawer) return leave(drawer);
  if (event.target.closest(field) || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (event.key !== "?" && !keysOn.checked) return;
  const keyed = `[data-key="${CSS.escape(event.key)}"]`;
  const wanted = page.querySelector(`#card ${keyed}`) ?? page.querySelector(keyed);
  if (beside[event.key] && selectedWords()) return beside[event.key]();
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
if (place !== null) {
  scrollTo({ top: Number(place), behavior: "instant" });
  document.getElementById("card").focus({ preventScroll: true });
}
