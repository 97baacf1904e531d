// Touching any part of a statement lights all of it. Without this the page reads the same.
const parts = [...document.querySelectorAll(".one-document [data-s]")];
const initial = parts.filter((part) => part.classList.contains("on"));
let held = null;

function show(number) {
  for (const part of parts) {
    const isLit = number === null ? initial.includes(part) : part.dataset.s.split(" ").includes(number);
    part.classList.toggle("on", isLit);
  }
}
// Of statements inside each other the innermost is meant; further clicks go outwards.
function next(part) {
  const numbers = part.dataset.s.split(" ");
  return numbers[numbers.indexOf(held) + 1] ?? null;
}
for (const part of parts) {
  part.addEventListener("mouseenter", () => held === null && show(part.dataset.s.split(" ")[0]));
  part.addEventListener("mouseleave", () => held === null && show(null));
  part.addEventListener("focusin", () => show((held = part.dataset.s.split(" ")[0])));
  part.addEventListener("click", (event) => {
    event.stopPropagation();
    held = part.tagName === "LI" ? part.dataset.s : next(part);
    show(held);
    const note = held && document.getElementById(`s${held}`);
    if (note && part.tagName !== "LI" && matchMedia("(min-width: 62rem)").matches) note.scrollIntoView({ block: "nearest" });
  });
}
document.addEventListener("click", () => show((held = null)));
