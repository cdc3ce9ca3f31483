// The drawing: vis-network, without physics, at places that do not move when filters or days do.
let network = null;
let nodeSet = null;
let lineSet = null;
let drawn = []; // strands
let hovered = null;

const OPTIONS = {
  physics: false, layout: { improvedLayout: false },
  interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e6, keyboard: { enabled: true, bindToWindow: false } },
  nodes: { chosen: false, labelHighlightBold: false, font: { face: FAMILY } },
  edges: { chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, endPointOffset: { to: -2 } },
};

function view() {
  const { at, left } = places();
  const inside = data.lines.filter((line) => at.has(line.from) && at.has(line.to));
  const strands = strandsAmong(onPath(inside));
  return { at, left, inside, strands, touched: new Set(strands.flatMap((one) => [one.from, one.to])) };
}

function onPath(inside) {
  if (state.view !== "path") return inside;
  const order = [...places().at.keys()];
  return inside.filter((line) => Math.abs(order.indexOf(line.from) - order.indexOf(line.to)) === 1);
}

// What stays bright when something is chosen: it, its lines, and whom they lead to.
function focusOf(strands) {
  if (!state.chosen || (state.view === "around" && state.chosen === state.around)) return null;
  const wanted = new Set(state.chosen.split(" "));
  const bright = new Set();
  for (const one of strands) {
    const own = one.shown.some(([id]) => wanted.has(id));
    if (wanted.has(one.line.id) || wanted.has(one.from) || wanted.has(one.to) || own) {
      for (const id of [one.id, one.line.id, one.from, one.to]) bright.add(id);
    }
  }
  return bright.size ? bright : null;
}

function redraw(fit, what) {
  showSurface();
  if (overviewShown()) return redrawOverview(what);
  const { at, left, inside, strands, touched } = view();
  const focus = focusOf(strands);
  const dim = (id) => focus !== null && !focus.has(id);
  drawn = strands;
  const part = new Set(inside.filter((line) => !line.side || state.side || state.view !== "first").flatMap((line) => [line.from, line.to]));
  const smooth = fanned(strands);
  const frame = fit ? windowOf([...(touched.size ? [...at.keys()].filter((id) => part.has(id) || touched.has(id)) : at.keys())].map((id) => at.get(id))) : null;
  const dots = [...at].map(([id, [x, y]]) => {
    const node = nodes.get(id);
    const ghost = !touched.has(id) && id !== state.around && state.view !== "path";
    const hidden = (ghost && !part.has(id)) || state.off.kind.has(node.kind);
    return { ...nodeStyle(node, hidden, dim(id), ghost), ...(fit ? { x, y, size: sizeAt(node, frame) } : {}) };
  });
  const shownLines = strands.map((one) => ({ smooth: smooth.get(one.id), ...strandStyle(one, dim(one.id)) }));
  load(at, dots, shownLines);
  if (frame) network.moveTo({ ...frame, animation: false });
  count(strands, touched, left);
}

// At first the network is made of what it shows: to be told of it piece by piece takes it twice as long.
function load(at, dots, shownLines) {
  if (!network) {
    nodeSet = new vis.DataSet(dots);
    lineSet = new vis.DataSet(shownLines);
    return makeNetwork();
  }
  nodeSet.update(dots);
  nodeSet.remove(nodeSet.getIds().filter((id) => !at.has(id)));
  lineSet.update(shownLines);
  const kept = new Set(shownLines.map((one) => one.id));
  lineSet.remove(lineSet.getIds().filter((id) => !kept.has(id)));
}

// The middle and the scale that show some places, with room at the rim for the names, which keep their size on
// the screen; null where there is nothing to show.
function windowOf(found) {
  if (!found.length) return null;
  const box = byId("canvas");
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = Math.min((box.clientWidth - 130) / (right - left + 1), (box.clientHeight - 64) / (bottom - top + 1), 1.25);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(fit, 0.05) };
}

// Still something to click on where the whole is drawn small.
function sizeAt(node, frame) {
  const size = Math.min(24, Math.max(10, 4 / (frame ? frame.scale : 1)));
  return node.raced ? size * 1.25 : size;
}

function fitted(ids) {
  const { at } = places();
  const frame = windowOf(ids.map((id) => at.get(id)));
  if (!frame) return;
  nodeSet.update(nodeSet.getIds().map((id) => ({ id, size: sizeAt(nodes.get(id), frame) })));
  network.moveTo({ ...frame, animation: false });
}

function fitAll() {
  if (overviewShown()) return overview.fit();
  const { at, inside, touched } = view();
  const part = new Set(inside.filter(lineShows).flatMap((line) => [line.from, line.to]));
  return fitted([...at.keys()].filter((id) => touched.has(id) || part.has(id)));
}

function named() {
  return data.nodes.filter((node) => linesOf.get(node.id).length).length;
}

function count(strands, touched, left) {
  const seen = new Set(strands.flatMap((one) => one.shown.map(([id]) => id)));
  tellCount(touched.size, seen.size, left ? `; ${grouped(left)} more names belong here, search draws any of them` : "");
  Object.assign(document.body.dataset, { nodes: touched.size, lines: new Set(strands.map((one) => one.line.id)).size, claims: seen.size });
}

function tellCount(names, told, more) {
  const what = { first: "", busiest: " · round the busiest races", around: ` · ${state.depth === 2 ? "two steps" : "one step"} from ${state.around ? nameOf(state.around) : ""}`, path: pathWords(), community: state.community === null ? "" : ` · ${communityName(state.community)}` }[state.view];
  const text = `${grouped(names)} of ${counted(named(), "name", "names")} and ${grouped(told)} of ${counted(claims.size, "claim", "claims")} drawn${what}${more}`;
  if (byId("counter").textContent !== text) byId("counter").textContent = text;
  byId("back").hidden = state.view === "first";
  byId("busiest").hidden = !overviewShown();
}

function pathWords() {
  if (state.view !== "path") return "";
  const joined = state.path.map(nameOf).join(" and ");
  return pathBetween(...state.path) ? ` · between ${joined}` : `: nothing that shows joins ${joined}`;
}

// Made when everything above it has its size: vis keeps a view's proportions when its box changes.
function makeNetwork() {
  const box = byId("graph");
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: lineSet }, OPTIONS);
  network.on("click", (hit) => choose(hit.nodes[0] || (hit.edges[0] || "").split(":")[0] || null));
  network.on("doubleClick", (hit) => { if (hit.nodes[0]) { lookAround(hit.nodes[0]); changed("view"); } });
  network.on("hoverEdge", (hit) => { hovered = hit.edge; network.redraw(); });
  network.on("blurEdge", () => { hovered = null; network.redraw(); });
  network.on("hoverNode", () => { box.style.cursor = "pointer"; });
  network.on("blurNode", () => { box.style.cursor = ""; });
  network.on("afterDrawing", (context) => drawLabels(context, network, drawn, nearLines()));
  network.once("afterDrawing", () => { document.body.dataset.state = "drawn"; });
}

function startGraph() {
  // A wheel turns the page; with Ctrl (or two fingers, which browsers report alike) it zooms.
  byId("graph").addEventListener("wheel", (event) => { if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); }, true);
  byId("closer").addEventListener("click", () => zoom(1.3));
  byId("farther").addEventListener("click", () => zoom(1 / 1.3));
  byId("whole").addEventListener("click", fitAll);
  byId("back").addEventListener("click", () => { lookBack(); state.chosen = null; changed("view"); });
  byId("busiest").addEventListener("click", () => { state.view = "busiest"; changed("view"); });
  let was = null;
  onChange((what) => {
    const moved = was !== viewKey() || what === "side";
    if (state.view === "path") placed.key = null; // filters may close one way and leave another
    redraw(moved || state.view === "path", what);
    was = viewKey();
    if (what === "size" && !moved) fitAll();
  });
}

function zoom(factor) {
  if (overviewShown()) overview.zoom(factor);
  else network.moveTo({ scale: network.getScale() * factor });
}

function nearLines() {
  const near = new Set(hovered ? [hovered] : []);
  const focus = state.chosen ? focusOf(drawn) : null;
  if (focus && focus.size < 60) for (const id of focus) near.add(id);
  return near;
}
