// What every page owes its reader when the line fails or the session ends while htmx asks in the background.
const trouble = document.getElementById("trouble");

document.addEventListener("htmx:sendError", () => (trouble.hidden = false));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status >= 500) trouble.hidden = false;
});
document.addEventListener("htmx:afterOnLoad", () => (trouble.hidden = true));

const offline = document.getElementById("offline");
const tellLine = () => (offline.hidden = navigator.onLine);
addEventListener("online", tellLine);
addEventListener("offline", tellLine);
tellLine();

document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL, location.href).pathname;
  if (answered !== document.body.dataset.login) return;
  event.detail.shouldSwap = false; // the log-in page belongs in the window, not in a part of a page
  location.reload();
});

// A part that comes anew is a new element, on which a screen reader is silent: what it has to say is said here, once.
const told = document.getElementById("told");
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target.isConnected ? event.target : document;
  const words = part.querySelector?.("[data-tell]")?.innerText.replace(/\s+/g, " ").trim();
  if (words && words !== told.textContent) told.textContent = words;
});
