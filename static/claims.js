// The claim ledger's keys, on top of links and forms that work without them.

import "./save-key.js";

const claims = [...document.querySelectorAll(".claim")];
const current = () => claims.findIndex((claim) => claim.contains(document.activeElement));
const keysOn = () => localStorage.getItem("keys") !== "off";

document.querySelector(".keys-hint")?.toggleAttribute("hidden", !keysOn());

function goTo(number) {
  const claim = claims[Math.min(Math.max(number, 0), claims.length - 1)];
  claim?.focus();
  claim?.scrollIntoView({ block: "nearest" });
}

function check(claim) {
  const drawer = claim?.querySelector(".claim__check");
  if (!drawer) return;
  drawer.open = true;
  drawer.querySelector("input:not([type=hidden])").focus();
  claim.scrollIntoView({ block: "nearest" });
}

const acts = {
  n: () => goTo(current() + 1),
  p: () => goTo(current() < 0 ? claims.length - 1 : current() - 1),
  v: () => check(claims[Math.max(current(), 0)]),
  u: () => claims[current()]?.querySelector(".claim__undo button")?.click(),
};

// After a check the page comes anew: the claim stands where it stood in the window, and has the focus.
const heightKey = `height:${location.pathname}`;
document.addEventListener("submit", (event) => {
  const claim = event.target.closest(".claim");
  if (claim) sessionStorage.setItem(heightKey, claim.getBoundingClientRect().top);
});

const asked = document.getElementById(location.hash.slice(1));
const height = sessionStorage.getItem(heightKey);
sessionStorage.removeItem(heightKey);
if (asked && height !== null) {
  // The browser, which scrolls to it by itself as well, goes by the margin too.
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  asked.style.scrollMarginTop = `${height - padding}px`;
  asked.scrollIntoView({ behavior: "instant" });
}
asked?.focus({ preventScroll: true });

document.addEventListener("keydown", (event) => {
  const drawer = event.target.closest(".claim__check[open]");
  if (drawer && event.key === "Escape") {
    drawer.open = false;
    return drawer.closest(".claim").focus();
  }
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysOn() || !acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});
