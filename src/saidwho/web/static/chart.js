// Charts that can be pointed at. The page has drawn each already; this puts Vega-Lite in its place once it is in sight.
// Our policy lets no text become code, so expressions are walked as trees (vega's "ast" mode) by what follows.

const CONSTANTS = { NaN, E: Math.E, LN2: Math.LN2, LN10: Math.LN10, LOG2E: Math.LOG2E, LOG10E: Math.LOG10E, PI: Math.PI,
  SQRT1_2: Math.SQRT1_2, SQRT2: Math.SQRT2, MIN_VALUE: Number.MIN_VALUE, MAX_VALUE: Number.MAX_VALUE, undefined };
const date = (part) => (value) => new Date(value)[part]();
const text = (method) => (value, ...rest) => String(value)[method](...rest);
const FUNCTIONS = {
  isNaN: Number.isNaN, isFinite: Number.isFinite, parseFloat, parseInt, now: Date.now, regexp: RegExp,
  ...Object.fromEntries(["abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "exp", "floor", "hypot", "log", "max", "min", "pow",
    "random", "round", "sin", "sqrt", "tan"].map((name) => [name, Math[name]])),
  clamp: (value, low, high) => Math.max(low, Math.min(high, value)),
  datetime: (...parts) => +new Date(...parts), utc: Date.UTC, time: date("getTime"),
  date: date("getDate"), day: date("getDay"), year: date("getFullYear"), month: date("getMonth"), hours: date("getHours"),
  minutes: date("getMinutes"), seconds: date("getSeconds"), milliseconds: date("getMilliseconds"),
  timezoneoffset: date("getTimezoneOffset"), utcdate: date("getUTCDate"), utcday: date("getUTCDay"), utcyear: date("getUTCFullYear"),
  utcmonth: date("getUTCMonth"), utchours: date("getUTCHours"), utcminutes: date("getUTCMinutes"), utcseconds: date("getUTCSeconds"),
  length: (value) => value.length, lower: text("toLowerCase"), upper: text("toUpperCase"), substring: text("substring"),
  split: text("split"), trim: text("trim"), replace: text("replace"), test: (pattern, value) => new RegExp(pattern).test(value),
};
const BINARY = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b,
  "==": (a, b) => a == b, "!=": (a, b) => a != b, "===": (a, b) => a === b, "!==": (a, b) => a !== b,
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
  "&": (a, b) => a & b, "|": (a, b) => a | b, "^": (a, b) => a ^ b, "<<": (a, b) => a << b, ">>": (a, b) => a >> b,
};
const UNARY = { "+": (a) => +a, "-": (a) => -a, "!": (a) => !a, "~": (a) => ~a };
const CLOSED = new Set(["constructor", "__proto__", "prototype"]);

function walk(node, at) {
  const go = (child) => walk(child, at);
  switch (node.type) {
    case "Literal": return node.value;
    case "Identifier":
      if (["datum", "event", "item"].includes(node.name)) return at[node.name];
      return node.name in CONSTANTS ? CONSTANTS[node.name] : at.params["$" + node.name];
    case "MemberExpression": {
      const key = node.computed ? go(node.property) : node.property.name;
      if (CLOSED.has(String(key))) throw new Error(`${key} is closed`);
      return go(node.object)[key];
    }
    case "CallExpression": {
      const name = node.callee.name.replace(/^_/, "");
      if (name === "if") return go(node.arguments[0]) ? go(node.arguments[1]) : go(node.arguments[2]);
      return (at.functions[name] ?? FUNCTIONS[name]).apply(at.functions, node.arguments.map(go));
    }
    case "ArrayExpression": return node.elements.map(go);
    case "ObjectExpression": {
      const made = {};
      for (const part of node.properties) {
        const key = part.key.type === "Identifier" ? part.key.name : go(part.key);
        if (!CLOSED.has(String(key))) made[key] = go(part.value);
      }
      return made;
    }
    case "BinaryExpression": return BINARY[node.operator](go(node.left), go(node.right));
    case "UnaryExpression": return UNARY[node.operator](go(node.argument));
    case "ConditionalExpression": return go(node.test) ? go(node.consequent) : go(node.alternate);
    case "LogicalExpression": return node.operator === "&&" ? go(node.left) && go(node.right) : go(node.left) || go(node.right);
    default: throw new Error(`no expression: ${node.type}`);
  }
}

// A mark that is given both ends lies between them, whichever way round.
function settle(item, channels, isArea) {
  for (const [near, far, middle, size] of [["x", "x2", "xc", "width"], ["y", "y2", "yc", "height"]]) {
    if (channels[far] && channels[near]) {
      if (isArea && item[near] > item[far]) [item[near], item[far]] = [item[far], item[near]];
      item[size] = item[far] - item[near];
    } else if (channels[far]) item[near] = item[far] - (item[size] || 0);
    if (channels[middle]) item[near] = item[middle] - (item[size] || 0) / 2;
  }
}
const at = (ctx, more) => ({ functions: ctx.functions, params: {}, ...more });
const expressions = {
  operator: (ctx, expr) => (params) => walk(expr.ast, at(ctx, { params })),
  parameter: (ctx, expr) => (datum, params) => walk(expr.ast, at(ctx, { datum, params })),
  event: (ctx, expr) => (event) => walk(expr.ast, at(ctx, { event })),
  handler: (ctx, expr) => (params, event) => walk(expr.ast, at(ctx, { params, event, datum: event.item?.datum })),
  encode: (ctx, { marktype, channels }) => (item, params) => {
    let changed = 0;
    for (const name of Object.keys(channels)) {
      const value = walk(channels[name].ast, at(ctx, { params, item, datum: item.datum }));
      if (item[name] !== value) { item[name] = value; changed = 1; }
    }
    if (marktype !== "rule") settle(item, channels, ["group", "image", "rect"].includes(marktype));
    return changed;
  },
};

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function looks() {
  const [faint, rule, edge] = ["--faint", "--rule", "--edge"].map(colour);
  const type = { labelFont: "system-ui, sans-serif", titleFont: "system-ui, sans-serif", labelColor: faint, titleColor: faint,
    labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" };
  return { background: "transparent", view: { stroke: null }, axis: { ...type, gridColor: rule, domainColor: edge, tickColor: edge },
    range: { category: ["--s0", "--s1", "--s2", "--s3", "--s4", "--s5"].map(colour),
      symbol: ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"] } };
}

let bundle = null;
function loaded() {
  bundle ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/vega.js";
    script.onload = resolve;
    script.onerror = () => reject(new Error("the chart's program did not come"));
    document.head.append(script);
  });
  return bundle;
}

function tip(figure) {
  const box = document.createElement("p");
  box.className = "tip";
  box.hidden = true;
  figure.append(box);
  return (_handler, event, _item, value) => {
    box.hidden = value === null || value === undefined || value === "";
    if (box.hidden) return;
    box.textContent = String(value);
    const frame = figure.getBoundingClientRect();
    box.style.left = `${Math.min(event.clientX - frame.left + 12, frame.width - 220)}px`;
    box.style.top = `${event.clientY - frame.top + 12}px`;
  };
}

async function draw(figure) {
  await loaded();
  const live = document.createElement("div");
  live.className = "live";
  figure.prepend(live);
  try {
    await window.vegaEmbed(live, JSON.parse(figure.dataset.spec), {
      ast: true, expr: expressions, actions: false, defaultStyle: false, renderer: "svg", config: looks(), tooltip: tip(figure),
    });
    figure.classList.add("drawn-live");
  } catch (error) {
    live.remove();
    console.error(error);
  }
}

const watch = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    watch.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: "200px" });
for (const figure of document.querySelectorAll("figure.chart[data-spec]")) watch.observe(figure);
