// The queue by keyboard: one pair is current, letters judge it.
const pairs = [...document.querySelectorAll(".pairs > li")];
const keys = document.querySelector(".keys");
if (keys) keys.hidden = false;
let at = -1;

// Every pair on the page, which shows what the filter lets through; once more, and none is.
function chooseAll() {
  const boxes = [...document.querySelectorAll('.pairs input[type="checkbox"]')];
  const wanted = !boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = wanted;
}
document.querySelector("#all")?.addEventListener("click", chooseAll);

function go(to) {
  if (!pairs[to]) return;
  pairs[at]?.classList.remove("current");
  at = to;
  pairs[at].classList.add("current");
  const first = pairs[at].querySelector("input, button, a");
  first?.focus({ preventScroll: true });
  pairs[at].scrollIntoView({ block: "center" });
}
const verdicts = { s: "same", d: "different", u: "unsure" };
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const current = pairs[at];
  if (event.key === "j") go(at + 1);
  else if (event.key === "k") go(Math.max(at - 1, 0));
  else if (event.key === "a") chooseAll();
  else if (event.key === "x" && current) current.querySelector("input[type=checkbox]")?.click();
  else if (verdicts[event.key] && current) current.querySelector(`button[value=${verdicts[event.key]}]`)?.click();
});
