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
  scroll(first.closest("p"));
  if (left && right && rowOf(left) !== rowOf(right)) peek(rowOf(left), right);
  const link = listed(id);
  const list = document.getElementById("list");
  if (link && list) list.scrollTop = link.offsetTop - list.offsetTop - list.clientHeight / 3;
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
  if (scrolling && selected()) bringIntoView(selected());
  redraw();
}

function show(part) {
  const radio = page.querySelector(`.switch [value="${part}"]`);
  if (radio) radio.checked = true;
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const mark = event.target.closest(".mark");
  if (mark) return clickMark(event, mark);
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
  if (!link) return;
  event.preventDefault();
  show("findings");
  link.click();
}

// --- Parts that come from the server ---

document.addEventListener("htmx:beforeRequest", (event) => {
  const id = event.detail.elt.dataset?.finding;
  if (!id) return;
  light(id);
  bringIntoView(id);
});

let before = selected();
document.addEventListener("htmx:afterSettle", (event) => {
  const finished = document.getElementById("checked");
  if (finished && !page.querySelector("details[open] textarea")) return location.assign(finished.href);
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
    drawer.querySelector(".reasons, textarea").focus();
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
settle({ scrolling: true });
