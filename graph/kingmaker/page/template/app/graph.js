// The drawing: vis-network, without physics, at the places Python computed.
let network = null;
let nodeSet = null;
let lineSet = null;
let drawnLines = [];
let hovered = null;
const AROUND_LIMIT = 60;

const OPTIONS = {
  physics: false, layout: { improvedLayout: false },
  interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e6, keyboard: { enabled: true, bindToWindow: false } },
  nodes: { chosen: false, labelHighlightBold: false, font: { face: FAMILY } },
  edges: { chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, endPointOffset: { to: -2 } },
};

function upright() {
  const box = byId("graph");
  return box.clientHeight > box.clientWidth * 1.1;
}

// Where each node of the present view stands: the first view, or one node with its neighbours round it.
function places() {
  if (state.around === null) {
    const key = upright() ? "tall" : "at";
    return new Map(data.nodes.filter((node) => node.at).map((node) => [node.id, node[key]]));
  }
  const found = new Map([[state.around, [0, 0]]]);
  const others = [...new Set(linesOf.get(state.around).map((line) => (line.from === state.around ? line.to : line.from)))];
  let ring = 0;
  let left = others.slice(0, AROUND_LIMIT);
  while (left.length) {
    ring += 1;
    const here = left.splice(0, 4 + 6 * ring);
    here.forEach((id, place) => {
      const angle = (2 * Math.PI * (place + ring * 0.5)) / here.length - Math.PI / 2;
      found.set(id, [Math.round(Math.cos(angle) * 250 * ring), Math.round(Math.sin(angle) * 170 * ring)]);
    });
  }
  return found;
}

function view() {
  const at = places();
  const inside = data.lines.filter((line) => at.has(line.from) && at.has(line.to));
  const shown = inside.filter((line) => !lineStyle(line).hidden);
  const touched = new Set(shown.flatMap((line) => [line.from, line.to]));
  return { at, shown, touched };
}

function faded(ids, focus) {
  return focus !== null && !ids.some((id) => focus.has(id));
}

// What stays bright when something is chosen: it, its lines, and whom they lead to.
function focusOf(shown) {
  const chosen = state.chosen;
  if (!chosen) return null;
  const bright = new Set(chosen.split(" "));
  const wanted = new Set(bright);
  for (const line of shown) {
    const own = line.claims.some(([id]) => wanted.has(id));
    if (wanted.has(line.id) || wanted.has(line.from) || wanted.has(line.to) || own) {
      for (const id of [line.id, line.from, line.to]) bright.add(id);
    }
  }
  return shown.some((line) => bright.has(line.id)) ? bright : null;
}

function redraw(fit) {
  const { at, shown, touched } = view();
  const focus = focusOf(shown);
  drawnLines = shown;
  const smooth = fanned(shown);
  nodeSet.update([...at].map(([id, [x, y]]) => ({
    ...nodeStyle(nodes.get(id), !touched.has(id) && id !== state.around, faded([id], focus)),
    ...(fit ? { x, y } : {}), label: nodes.get(id).kind === "post" ? nodes.get(id).label : undefined,
  })));
  nodeSet.remove(nodeSet.getIds().filter((id) => !at.has(id)));
  lineSet.update(shown.map((line) => ({
    from: line.from, to: line.to, smooth: smooth.get(line.id), ...lineStyle(line, faded([line.id], focus)),
  })));
  const kept = new Set(shown.map((line) => line.id));
  lineSet.remove(lineSet.getIds().filter((id) => !kept.has(id)));
  if (fit) fitted([...touched]);
  count(shown, touched);
}

// Show all of some nodes, with room at the rim for the names, which keep their size on the screen.
function fitted(ids) {
  const box = byId("canvas");
  const at = network.getPositions(ids);
  const xs = ids.map((id) => at[id].x);
  const ys = ids.map((id) => at[id].y);
  if (!ids.length) return;
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((box.clientWidth - 130) / (right - left + 1), (box.clientHeight - 64) / (bottom - top + 1), 1.25);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05), animation: false });
  const size = Math.min(24, Math.max(10, 4 / network.getScale())); // still something to click on
  nodeSet.update(nodeSet.getIds().filter((id) => nodes.get(id).kind !== "post").map((id) => ({ id, size })));
}

function count(shown, touched) {
  const seen = new Set(shown.flatMap((line) => line.claims.map(([id]) => id)).filter((id) => visible(claims.get(id))));
  const named = data.nodes.filter((node) => linesOf.get(node.id).length).length;
  byId("counter").textContent = `${touched.size.toLocaleString("en")} of ${counted(named, "name", "names")} and ` +
    `${seen.size.toLocaleString("en")} of ${counted(claims.size, "claim", "claims")} drawn`;
  const left = state.around === null && data.nodes.some((node) => !node.at && linesOf.get(node.id).length);
  byId("counter").textContent += left ? ": the busiest races first, search draws any other name" : "";
  byId("back").hidden = state.around === null;
  Object.assign(document.body.dataset, { nodes: touched.size, lines: shown.length, claims: seen.size });
}

function startGraph() {
  nodeSet = new vis.DataSet();
  lineSet = new vis.DataSet();
  const box = byId("graph");
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: lineSet }, OPTIONS);
  // A wheel turns the page; with Ctrl (or two fingers, which browsers report alike) it zooms.
  box.addEventListener("wheel", (event) => { if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); }, true);
  network.on("click", (hit) => choose(hit.nodes[0] || hit.edges[0] || null));
  network.on("hoverEdge", (hit) => { hovered = hit.edge; network.redraw(); });
  network.on("blurEdge", () => { hovered = null; network.redraw(); });
  network.on("hoverNode", () => { box.style.cursor = "pointer"; });
  network.on("blurNode", () => { box.style.cursor = ""; });
  network.on("afterDrawing", (context) => drawLabels(context, network, drawnLines, nearLines()));
  network.once("afterDrawing", () => { document.body.dataset.state = "drawn"; });
  byId("closer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  byId("whole").addEventListener("click", () => fitted([...view().touched]));
  byId("back").addEventListener("click", () => { state.around = null; choose(null); });
  let was = state.around;
  onChange((what) => {
    redraw(was !== state.around || what === "side");
    was = state.around;
  });
  let lay = upright();
  addEventListener("resize", () => { redraw(lay !== upright()); lay = upright(); fitted([...view().touched]); });
  redraw(true);
}

function nearLines() {
  const near = new Set(hovered ? [hovered] : []);
  const focus = state.chosen ? focusOf(drawnLines) : null;
  if (focus && focus.size < 40) for (const id of focus) near.add(id);
  return near;
}
