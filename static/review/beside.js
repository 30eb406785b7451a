// The copy beside the margin: the selected finding lit and joined in both columns, the map, and what is decided faded.

export const page = document.querySelector(".review");
export const copy = document.getElementById("copy");
export const map = document.getElementById("map");
const thread = document.querySelector("#thread path");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 64rem)");

// --- The selected finding ---

const marksOf = (id) => [...copy.querySelectorAll(`.mark[data-findings~="${id}"]`)];
export const listed = (id) => document.getElementById(`finding-${id}`);
export const selected = () => document.getElementById("card")?.dataset.finding;

export function light(id) {
  for (const lit of page.querySelectorAll(".mark.selected, #map .selected")) lit.classList.remove("selected");
  for (const link of document.querySelectorAll("#list [aria-current]")) link.removeAttribute("aria-current");
  if (!id) return;
  for (const mark of marksOf(id)) mark.classList.add("selected");
  map.querySelector(`[data-finding="${id}"]`)?.classList.add("selected");
  listed(id)?.setAttribute("aria-current", "true");
}

export function bringIntoView(id) {
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
export function isSeen(words) {
  const place = words.getBoundingClientRect();
  return place.top > 140 && place.bottom < innerHeight - 40;
}

const rowOf = (mark) => mark.closest(".row");
const places = (id) => ["a", "b"].map((column) => copy.querySelector(`.cell--${column} .mark[data-findings~="${id}"]`));

export function scroll(paragraph) {
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
export function redraw() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(draw);
}

// The server guesses by letters how far down a finding lies; here it is known.
export function chart() {
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

export function fadeDecided() {
  const open = new Set(document.getElementById("turns").dataset.open.split(" "));
  for (const mark of copy.querySelectorAll(".mark")) {
    mark.classList.toggle("closed", !mark.dataset.findings.split(" ").some((id) => open.has(id)));
  }
  for (const tick of map.querySelectorAll("[data-finding]")) tick.classList.toggle("closed", !open.has(tick.dataset.finding));
}

// On a phone one part shows at a time: the left draft, the right one, or the findings.
export function show(part) {
  const radio = page.querySelector(`.switch [value="${part}"]`);
  if (radio) radio.checked = true;
}
