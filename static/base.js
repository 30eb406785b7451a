// What every page owes its reader when the line fails or the session ends: to say so, and to lose nothing that was typed.
const trouble = document.getElementById("trouble");
const resend = trouble.querySelector("button");
let unsent = null; // the form that was sent in vain

function tell(when) {
  if (when === "asking" && !navigator.onLine) return; // said already
  trouble.dataset.when = when;
  trouble.hidden = false;
}

function failed(event) {
  if (event.detail.xhr.status && event.detail.xhr.status < 500) return;
  const form = event.detail.requestConfig.verb === "post" && event.detail.elt.closest("form");
  if (form) unsent = form;
  if (form || !unsent?.isConnected) tell(form ? "sending" : "asking");
}

document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:afterOnLoad", (event) => {
  // That something else was answered since does not save what was not.
  if (!event.detail.successful || (unsent?.isConnected && event.detail.requestConfig.verb === "get")) return;
  trouble.hidden = true;
  unsent = null;
});
resend.addEventListener("click", () => unsent?.requestSubmit());

const offline = document.getElementById("offline");
const tellLine = () => (offline.hidden = navigator.onLine);
addEventListener("online", tellLine);
addEventListener("offline", tellLine);
tellLine();

// Tabs that do not fit scroll sideways: the one that is open is in sight.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.offsetWidth) / 2;
}

// What another answer has taken off the page meanwhile has no use for its own.
const ifStillThere = (event) => (event.detail.shouldSwap &&= event.target.isConnected);
document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target.addEventListener("htmx:beforeSwap", ifStillThere));

// Whoever was logged out goes by the log-in page, which belongs in the window and not in a part of a page.

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const answered = new URL(xhr.responseURL, location.href).pathname;
  if (answered !== document.body.dataset.login && xhr.status !== 403) return; // 403: logged in anew somewhere else
  event.detail.shouldSwap = false;
  const form = [...document.forms].find(isFilledIn); // sent just now, or about to be
  if (form) keep(form);
  location.reload();
});

function isFilledIn(form) {
  return form.method === "post" && [...form.elements].some((control) =>
    control.checked !== control.defaultChecked || (control.matches("textarea") && control.value !== control.defaultValue));
}

function keep(form) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const by = document.body.dataset.person;
  sessionStorage.setItem("unsent", JSON.stringify({ by, action: new URL(form.action).pathname, fields }));
}

function restore() {
  const { person } = document.body.dataset;
  const kept = JSON.parse(sessionStorage.getItem("unsent"));
  if (person && kept && kept.by !== person) return sessionStorage.removeItem("unsent"); // it was somebody else's
  const form = kept && [...document.forms].find((one) => new URL(one.action).pathname === kept.action);
  if (!form) return;
  sessionStorage.removeItem("unsent");
  for (const control of form.elements) {
    const [, value] = kept.fields.find(([name]) => name === control.name) ?? [];
    if (value === undefined || control.type === "hidden") continue;
    if (["radio", "checkbox"].includes(control.type)) {
      control.checked = kept.fields.some(([name, one]) => name === control.name && one === control.value);
    } else control.value = value;
  }
  form.closest("details")?.setAttribute("open", "");
  unsent = form;
  tell("ended");
}

restore();

// A part that comes anew is a new element, on which a screen reader is silent: what it has to say is said here, once.
const told = document.getElementById("told");
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target.isConnected ? event.target : document;
  const words = part.querySelector?.("[data-tell]")?.innerText.replace(/\s+/g, " ").trim();
  if (words && words !== told.textContent) told.textContent = words;
});
