// Files dropped or pasted anywhere on the page go into the file field, and those chosen are listed below it, with what
// is wrong with one before it is sent. A text pasted outside of any field opens the box for it.
const field = document.querySelector(".drop input[type=file]");
const zone = field?.closest(".drop");
const chosen = document.getElementById("chosen");
const text = document.querySelector("textarea[data-longest]");

function holding(files) {
  const held = new DataTransfer();
  for (const file of files) held.items.add(file);
  return held.files;
}

function isSame(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

function add(files) {
  const all = [...field.files];
  for (const file of files) if (!all.some((known) => isSame(known, file))) all.push(file);
  field.files = holding(all);
  tellChosen();
}

function remove(file) {
  field.files = holding([...field.files].filter((other) => other !== file));
  tellChosen();
  field.focus();
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function line(file) {
  const item = document.createElement("li");
  const isTooLarge = file.size > Number(field.dataset.largest);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Remove";
  button.setAttribute("aria-label", `Remove ${file.name}`);
  button.addEventListener("click", () => remove(file));
  const name = document.createElement("span");
  name.textContent = `${file.name}, ${size(file.size)}${isTooLarge ? `: ${field.dataset.tooLarge}` : ""}`;
  item.classList.toggle("wrong", isTooLarge);
  item.append(name, button);
  return item;
}

function tellChosen() {
  const files = [...field.files];
  const isTooLarge = files.some((file) => file.size > Number(field.dataset.largest));
  field.setCustomValidity(isTooLarge ? field.dataset.tooLarge : "");
  chosen.replaceChildren(...files.map(line));
}

if (field) {
  zone.querySelector("[data-drop-hint]").hidden = false;
  field.addEventListener("change", tellChosen);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("drop--over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop--over");
    add(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    if (event.target.closest("input:not([type=file]), textarea")) return;
    event.preventDefault();
    if (event.clipboardData.files.length) return add(event.clipboardData.files);
    text.closest("details").open = true;
    text.value = event.clipboardData.getData("text/plain");
    text.dispatchEvent(new Event("input"));
    text.focus();
  });
}

// Whoever makes drafts of all files at once means what stands on their cards by now.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!detail.elt.matches("[data-at-once]")) return;
  for (const form of document.querySelectorAll(".upload form[data-upload]")) {
    for (const [name, value] of new FormData(form)) detail.parameters[`${form.dataset.upload}-${name}`] = value;
  }
});

text?.addEventListener("input", () => {
  const isTooLong = text.value.length > text.dataset.longest && [...text.value].length > text.dataset.longest;
  text.setCustomValidity(isTooLong ? text.dataset.tooLong : "");
});

// A draft that is edited opens at the words that a finding is about; places count code points.
if (text?.dataset.select) {
  const place = (count) => [...text.value].slice(0, count).join("").length;
  const [start, end] = text.dataset.select.split(" ").map(place);
  text.setSelectionRange(start, end);
  text.focus();
  text.blur();
  text.focus(); // the second time it scrolls to them
}
