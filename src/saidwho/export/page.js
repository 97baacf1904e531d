// Touching any part of an attribution lights all of it. Without this the page reads the same.
for (const article of document.querySelectorAll("article")) {
  const parts = [...article.querySelectorAll("[data-s]")];
  let held = null;
  const show = (number) => {
    for (const part of parts) {
      part.classList.toggle("on", number !== null && part.dataset.s.split(" ").includes(number));
    }
  };
  // Of statements inside each other the innermost is meant; further clicks go outwards.
  const next = (part) => {
    const numbers = part.dataset.s.split(" ");
    const at = numbers.indexOf(held);
    return at + 1 < numbers.length ? numbers[at + 1] : null;
  };
  for (const part of parts) {
    part.addEventListener("mouseenter", () => held === null && show(part.dataset.s.split(" ")[0]));
    part.addEventListener("mouseleave", () => held === null && show(null));
    part.addEventListener("focusin", () => show((held = part.dataset.s)));
    part.addEventListener("click", (event) => {
      event.stopPropagation();
      held = part.tagName === "LI" ? part.dataset.s : next(part);
      show(held);
      const note = held === null ? null : article.querySelector(`li[data-s="${held}"]`);
      if (note && part.tagName !== "LI" && matchMedia("(min-width: 58rem)").matches) {
        note.scrollIntoView({ block: "nearest" });
      }
    });
  }
  document.addEventListener("click", () => show((held = null)));
}
