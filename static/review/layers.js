// The layers of the copy: shown and hidden at once, kept in the address and for the next visit.

import { chart, copy } from "./beside.js";

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

export function showLayer(name) {
  const box = document.querySelector(`#layers [value="${name}"]`);
  if (!box || box.checked) return;
  box.checked = true;
  showLayers({ kept: false });
}

layers.addEventListener("change", () => showLayers({ kept: true }));
const chosen = localStorage.getItem("layers");
if (chosen !== null && !new URLSearchParams(location.search).has("layers")) {
  for (const box of boxes) box.checked = chosen.split(",").includes(box.value);
  showLayers({ kept: false });
}
