// Files dropped anywhere on the page go into the file field, and those chosen are named below it.
// A text that is too long says so before it is sent.
const field = document.querySelector(".drop input[type=file]");
const zone = field?.closest(".drop");
const chosen = document.getElementById("chosen");

function tellChosen() {
  chosen.replaceChildren(
    ...Array.from(field.files, (file) => {
      const line = document.createElement("li");
      line.textContent = `${file.name}, ${Math.max(1, Math.round(file.size / 1024))} kB`;
      return line;
    }),
  );
}

function together(dropped) {
  const all = new DataTransfer();
  for (const file of [...field.files, ...dropped]) all.items.add(file);
  return all.files;
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
    field.files = together(event.dataTransfer.files);
    tellChosen();
  });
}

const text = document.querySelector("textarea[data-longest]");
text?.addEventListener("input", () => {
  const isTooLong = text.value.length > text.dataset.longest && [...text.value].length > text.dataset.longest;
  text.setCustomValidity(isTooLong ? text.dataset.tooLong : "");
});
