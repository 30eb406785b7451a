// "/" leads to the search, as on the review; Escape empties it.
const words = document.getElementById("words");

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!words || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  event.preventDefault();
  words.focus();
  words.select();
});
