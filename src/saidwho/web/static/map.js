// The map moves under the hand. Without this it is moved by the links below it.
const WIDTH = 760, HEIGHT = 460, EARTH = 40075.017;
const SVG = "http://www.w3.org/2000/svg";
const project = (lat, lon) => {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};
const unproject = (x, y) => [(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, x * 360 - 180];

function start(map) {
  const svg = map.querySelector("svg"), base = svg.querySelector(".base"), names = svg.querySelector(".names");
  const scale = svg.querySelector(".scale");
  const spots = [...svg.querySelectorAll(".spot")];
  let { x, y, across } = Object.fromEntries(Object.entries(map.dataset).map(([key, value]) => [key, Number(value)]));
  let towns = null, waiting = 0, drag = null, asked = 0;
  svg.classList.add("live");

  const point = (lat, lon) => {
    const [px, py] = project(lat, lon), by = WIDTH / across;
    return [(px - x) * by + WIDTH / 2, (py - y) * by + HEIGHT / 2];
  };
  const perKm = (lat) => WIDTH / (across * EARTH * Math.max(Math.cos((lat * Math.PI) / 180), 0.05));
  const make = (tag, attributes, words) => {
    const made = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (words) made.textContent = words;
    return made;
  };
  const free = (taken, px, py) => taken.every(([a, b]) => Math.abs(px - a) > 90 || Math.abs(py - b) > 17);

  // On a phone the words of towns are twice as large, so that fewer have room: the others are minor.
  const roomy = (large, px, py) => px < WIDTH - 150 && large.every(([a, b]) => Math.abs(px - a) > 170 || Math.abs(py - b) > 34);

  function redraw() {
    const taken = [], large = [];
    names.replaceChildren();
    for (const spot of spots) {
      const [px, py] = point(Number(spot.dataset.lat), Number(spot.dataset.lon));
      spot.setAttribute("cx", px);
      spot.setAttribute("cy", py);
      if (spot.dataset.km) spot.setAttribute("r", Math.max(9, Math.min(spot.dataset.km * perKm(Number(spot.dataset.lat)), 2000)));
      const off = spot.dataset.km ? 10 : Number(spot.getAttribute("r")) + 5;
      if (px > 0 && px < WIDTH && py > 0 && py < HEIGHT && free(taken, px, py)) {
        taken.push([px, py]);
        large.push([px, py]);
        const isBefore = px > WIDTH - 180;
        const place = { class: "spot-name", x: isBefore ? px - off : px + off, y: py + 4, "text-anchor": isBefore ? "end" : "start" };
        names.append(make("text", place, spot.dataset.name));
      }
    }
    if (towns) {
      base.replaceChildren();
      for (const [name, lat, lon, people] of towns) {
        const [px, py] = point(lat, lon);
        if (px < -50 || px > WIDTH + 50 || py < -50 || py > HEIGHT + 50) continue;
        base.append(make("circle", { class: "town", cx: px, cy: py, r: people < 20000 ? 1.2 : people < 200000 ? 1.8 : 2.6 }));
        if (taken.length < 40 && px < WIDTH - 70 && free(taken, px, py)) {
          taken.push([px, py]);
          const isLarge = roomy(large, px, py);
          if (isLarge) large.push([px, py]);
          base.append(make("text", { class: isLarge ? "town-name" : "town-name minor", x: px + 5, y: py + 4 }, name));
        }
      }
    }
    const [lat] = unproject(x, y), one = perKm(lat);
    const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((size) => size * one > 60) ?? 5000;
    scale.querySelector("path").setAttribute("d", `M16,${HEIGHT - 16}h${km * one}`);
    scale.querySelector("text").textContent = `${km} km`;
  }
  async function ask() {
    const mine = ++asked;
    const tall = (across * HEIGHT) / WIDTH;
    const [north, west] = unproject(x - across / 2, y - tall / 2), [south, east] = unproject(x + across / 2, y + tall / 2);
    const bounds = { west: Math.max(west, -180), south: Math.max(south, -90), east: Math.min(east, 180), north: Math.min(north, 90) };
    const answer = await fetch(`/map/towns.json?${new URLSearchParams(bounds)}`).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    towns = (await answer.json()).towns;
    redraw();
  }
  function move(nx, ny, wide) {
    across = Math.min(Math.max(wide, 0.0008), 0.8);
    x = Math.min(Math.max(nx, 0), 1);
    y = Math.min(Math.max(ny, 0), 1);
    redraw();
    clearTimeout(waiting);
    waiting = setTimeout(() => { ask(); remember(); }, 180);
  }
  // The address leads to what is seen, so that it can be sent to a colleague.
  function remember() {
    const [lat, lon] = unproject(x, y), km = across * EARTH * Math.max(Math.cos((lat * Math.PI) / 180), 0.05);
    const address = new URL(location.href);
    address.searchParams.set("at", `${lat.toFixed(4)},${lon.toFixed(4)},${km.toFixed(1)}`);
    history.replaceState(null, "", address);
  }
  const from = (event) => {
    const box = svg.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width - 0.5) * across, (((event.clientY - box.top) / box.height - 0.5) * across * HEIGHT) / WIDTH];
  };
  function zoom(event, by) {
    const [dx, dy] = from(event), wide = Math.min(Math.max(across * by, 0.0008), 0.8), left = 1 - wide / across;
    move(x + dx * left, y + dy * left, wide);
  }
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && !map.matches(":focus-within, :hover")) return;
    event.preventDefault();
    zoom(event, event.deltaY > 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
  svg.addEventListener("dblclick", (event) => zoom(event, 0.5));
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) drag = { px: event.clientX, py: event.clientY, x, y, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    const by = across / svg.getBoundingClientRect().width, dx = event.clientX - drag.px, dy = event.clientY - drag.py;
    if (Math.hypot(dx, dy) > 4) drag.moved = true;
    if (drag.moved) move(drag.x - dx * by, drag.y - dy * by, across);
  });
  addEventListener("pointerup", () => setTimeout(() => { drag = null; }));
  svg.addEventListener("click", (event) => { if (drag?.moved) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  const step = { "+": [0, 0, 0.5], "−": [0, 0, 2], "←": [-1 / 3, 0, 1], "→": [1 / 3, 0, 1], "↑": [0, -1 / 3, 1], "↓": [0, 1 / 3, 1] };
  for (const tool of map.querySelectorAll(".map-tools a")) {
    tool.addEventListener("click", (event) => {
      event.preventDefault();
      const [dx, dy, by] = step[tool.textContent.trim()];
      move(x + dx * across, y + dy * across, across * by);
    });
  }
}
for (const map of document.querySelectorAll(".map")) start(map);
