// Which of the two drawings shows: all names in communities on a canvas of our own, or a part of them by vis.
let overview = null;
let mapped = []; // the nodes of the map, in its order

function communityName(number) {
  return data.told.overview.communities[number].name;
}

function showSurface() {
  const all = overviewShown();
  byId("canvas").hidden = all;
  byId("overview").hidden = !all;
  byId("communities").hidden = !all;
}

// The map's own arrays: it draws numbers, and knows nothing of claims.
function mapData() {
  const { communities, places: at } = data.told.overview;
  mapped = Object.keys(at).map(Number).sort((a, b) => a - b);
  const place = new Map(mapped.map((node, number) => [node, number]));
  const rows = mapped.map((node) => data.nodes[node]);
  const ends = data.lines.flatMap((line) => [place.get(numberOf(line.from)), place.get(numberOf(line.to))]);
  return {
    communities: communities.map((one) => ({ ...one, nodes: one.nodes.map((node) => place.get(node)) })),
    x: mapped.map((node) => at[node][0]), y: mapped.map((node) => at[node][1]), ids: rows.map((node) => node.id),
    kinds: rows.map((node) => node.kind), names: rows.map((node) => node.name), raced: rows.map((node) => Boolean(node.raced)),
    weights: rows.map((node) => claimsOf.get(node.id).length), links: ends,
  };
}

function numberOf(id) {
  return Number(id.slice(1));
}

function openCommunity(number) {
  Object.assign(state, { view: "community", community: number, around: null, path: null, chosen: null });
  changed("view");
}

// The same by keyboard and screen reader: the communities as a list of buttons.
function listCommunities() {
  byId("communities").replaceChildren(...data.told.overview.communities.slice(0, 60).map((one, number) => (
    el("button", { type: "button", click: () => openCommunity(number) }, `${one.name} `, el("small", {}, counted(one.nodes.length, "name", "names"))))));
}

function makeMap() {
  overview = makeOverview(byId("overview"), mapData(), { onCommunity: openCommunity, onNode: choose });
  listCommunities();
}

// Names whose lines the filters and the day leave out fade; nothing moves.
function redrawOverview(what) {
  if (!overview) makeMap();
  const touched = new Set();
  const seen = new Set();
  for (const line of data.lines) {
    if (!kindsShow(line)) continue; // the map holds other offices too
    const shown = line.claims.filter(([id]) => visible(claims.get(id)));
    if (!shown.length) continue;
    touched.add(line.from).add(line.to);
    for (const [id] of shown) seen.add(id);
  }
  overview.filter(filtered() ? touched : null);
  if (what === "size") overview.resize();
  else overview.draw();
  drawn = [];
  tellCount(touched.size, seen.size, `; ${counted(data.told.overview.communities.length, "community", "communities")}, choose one to see its lines`);
  Object.assign(document.body.dataset, { nodes: touched.size, claims: seen.size });
  requestAnimationFrame(() => setTimeout(() => { document.body.dataset.state = "drawn"; })); // once it is to be seen
}
