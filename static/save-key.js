// Ctrl and Enter, or Command and Enter, save a form in which one writes, from any of its fields: by its first button.
document.addEventListener("keydown", (event) => {
  const { form } = event.target;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  if (!event.target.matches("input, select, textarea") || form?.method !== "post" || !form.querySelector("textarea")) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button:not([type=button])"));
});
