// The present view as a picture, as a drawing, as a table, or as a link; all made here, nothing is sent.
const COLUMNS = ["claim", "post", "said", "told as", "polarity", "whose word", "kind of source", "words", "article", "publisher", "published", "so since", "link"];

function claimsOfView() {
  const shown = overviewShown() ? null : new Set(drawn.flatMap((one) => one.shown.map(([id]) => id)));
  return [...claims.values()].filter((claim) => visible(claim) && (!shown || shown.has(claim.id)));
}

// A cell that a spreadsheet would run as a formula is told as text.
function cell(value) {
  const text = String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replaceAll('"', '""') + '"';
}

function csv() {
  const rows = claimsOfView().map((claim) => {
    const article = articles[claim.article];
    return ["claim:" + claim.key, claim.post ? nameOf(claim.post) : "", said(claim), CERTAINTY[claim.certainty], claim.polarity, claim.says,
      data.told.sources[claim.source], claim.quotes.map((quote) => quote[1]).join(" … "), article.title, article.publisher, claim.reported, claim.since, article.link || ""];
  });
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function save(blob, ending) {
  const link = el("a", { href: URL.createObjectURL(blob), download: "kingmaker-" + (state.day || "view") + "." + ending });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function caption() {
  const day = byId("as-of").textContent;
  return [byId("counter").textContent, day, "each line is somebody's word, not a finding of fact"].filter(Boolean).join(" · ");
}

// What is drawn, with the headline above it and the count below: a picture that leaves the page must still say
// how much of the whole it shows.
function picture() {
  const source = overviewShown() ? byId("overview") : byId("canvas").querySelector("canvas");
  const ratio = source.width / source.clientWidth;
  const made = el("canvas", { width: source.width, height: source.height + Math.round(92 * ratio) });
  const context = made.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, made.width, made.height);
  context.drawImage(source, 0, 52 * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = colours.ink;
  context.font = '600 20px "Source Serif 4", Georgia, serif';
  context.fillText(document.querySelector("h1").textContent, 16, 33, source.clientWidth - 32);
  context.fillStyle = colours.soft;
  context.font = `12px ${FAMILY}`;
  context.fillText(caption(), 16, made.height / ratio - 14, source.clientWidth - 32);
  return new Promise((done) => { made.toBlob(done, "image/png"); });
}

// The same view as SVG: real lines and real text, to be edited. Made of elements, never of markup.
function drawing() {
  const at = network.getPositions();
  const shown = [...new Set(drawn.flatMap((one) => [one.from, one.to]))];
  const [xs, ys] = [0, 1].map((axis) => shown.map((id) => (axis ? at[id].y : at[id].x)));
  const [left, top] = [Math.min(...xs) - 130, Math.min(...ys) - 90];
  const [wide, high] = [Math.max(...xs) - left + 130, Math.max(...ys) - top + 90];
  const whole = svg("svg", { xmlns: SVG, viewBox: `${left} ${top} ${wide} ${high}`, width: wide, height: high, "font-family": FAMILY, "font-size": 14 },
    svg("title", {}, document.querySelector("h1").textContent), svg("desc", {}, caption()), svg("rect", { x: left, y: top, width: wide, height: high, fill: colours.paper }),
    svg("text", { x: left + 16, y: top + 32, "font-size": 20, "font-weight": 600, "font-family": "Georgia, serif", fill: colours.ink }, document.querySelector("h1").textContent),
    drawn.map((one) => drawnLine(one, at)), shown.map((id) => drawnNode(nodes.get(id), at[id])), svg("text", { x: left + 16, y: top + high - 14, "font-size": 12, fill: colours.soft }, caption()));
  return new XMLSerializer().serializeToString(whole);
}

function drawnLine(one, at) {
  const style = strandStyle(one, false);
  const edge = network.body.edges[one.id];
  const [start, end] = [at[one.from], at[one.to]];
  const middle = edge ? edge.edgeType.getPoint(0.5) : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const bend = { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 };
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x);
  const tip = { x: end.x - Math.cos(angle) * 13, y: end.y - Math.sin(angle) * 13 };
  const head = one.relation === "opposes" ? "M0 -7 L0 7" : "M0 0 L-9 -4 L-9 4z";
  const words = [(one.contested ? "≠" : "") + one.mark, shortWords(one.words, one.shown.length)].filter(Boolean).join(" ");
  return svg("g", { stroke: style.color.color, "stroke-width": style.width.toFixed(1) },
    svg("path", { d: `M${start.x} ${start.y} Q${bend.x.toFixed(0)} ${bend.y.toFixed(0)} ${tip.x.toFixed(0)} ${tip.y.toFixed(0)}`, fill: "none", "stroke-dasharray": style.dashes ? style.dashes.join(" ") : null }),
    svg("path", { d: head, transform: `translate(${tip.x.toFixed(0)} ${tip.y.toFixed(0)}) rotate(${((angle * 180) / Math.PI).toFixed(0)})`, fill: style.color.color }),
    svg("text", { x: middle.x.toFixed(0), y: (middle.y + 4).toFixed(0), "text-anchor": "middle", "font-size": 11, fill: style.color.color, stroke: colours.paper, "stroke-width": 3, "paint-order": "stroke" }, words));
}

function drawnNode(node, { x, y }) {
  const { color, borderWidth } = nodeStyle(node, false, false, false);
  const paint = { fill: color.background, stroke: color.border, "stroke-width": borderWidth };
  const rows = node.label.split("\n");
  const shape = { post: ["rect", { x: x - 11, y: y - 11, width: 22, height: 22, rx: 2 }], country: ["path", { d: `M${x} ${y - 12} l12 22 h-24z` }],
    organisation: ["path", { d: hexagon(x, y) }], collective: ["path", { d: hexagon(x, y) }] }[node.kind] || ["circle", { cx: x, cy: y, r: 10 }];
  return svg("g", {}, svg(shape[0], { ...shape[1], ...paint, "stroke-dasharray": node.kind === "anonymous" ? "4 3" : null }),
    rows.map((row, place) => svg("text", { x, y: y + 27 + place * 16, "text-anchor": "middle", fill: colours.ink, "font-weight": node.raced ? 600 : 400, stroke: colours.paper, "stroke-width": 4, "paint-order": "stroke" }, row)));
}

function hexagon(x, y) {
  return `M${x - 6} ${y - 10} h12 l6 10 l-6 10 h-12 l-6 -10z`;
}

const EXPORTS = {
  png: async () => { save(await picture(), "png"); return "Saved as a picture."; },
  svg: async () => {
    if (overviewShown()) return "Choose a community or a name first: a drawing holds up to 300 names.";
    save(new Blob([drawing()], { type: "image/svg+xml" }), "svg");
    return "Saved as a drawing.";
  },
  csv: async () => { save(new Blob(["\ufeff", csv()], { type: "text/csv" }), "csv"); return `Saved ${counted(claimsOfView().length, "claim", "claims")}.`; },
  link: async () => {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      return "Copied the link.";
    } catch {
      return link;
    }
  },
  print: async () => { print(); return ""; },
};

function startExport() {
  byId("export").addEventListener("click", async (event) => {
    const asked = event.target.closest("[data-export]");
    if (asked) byId("exported").textContent = await EXPORTS[asked.dataset.export]();
  });
}
