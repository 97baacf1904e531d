// What makes every page better where scripts run. Without it each page is complete.

document.documentElement.classList.add("scripted");

// Filters that nobody filled in do not belong into an address that is sent to a colleague.
for (const form of document.querySelectorAll("form:not([method])")) {
  form.addEventListener("submit", () => {
    for (const input of form.elements) {
      if (input.name && input.value === "") input.disabled = true;
    }
  });
}
// Back and forward bring the page as it was left, with the emptied fields switched off.
addEventListener("pageshow", () => {
  for (const input of document.querySelectorAll("form :disabled")) input.disabled = false;
});
// "/" leads to the search, as on most sites with one.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
// On a narrow screen the filters would push the list out of sight.
if (matchMedia("(max-width: 48rem)").matches) {
  const facets = document.querySelector(".listing > .facets");
  if (facets) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Filters";
    details.append(summary, ...facets.childNodes);
    facets.append(details);
  }
}
