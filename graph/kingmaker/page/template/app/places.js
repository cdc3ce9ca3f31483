// Where the names of a view stand. Python placed the first view; round a name they stand on rings.
const VIEW_LIMIT = 300; // what vis draws at a fluent rate on a slow laptop
const RING = 230;
let placed = { key: null, at: new Map(), left: 0 };

function large() {
  return Boolean(data.told.overview);
}

function hasCommunity(number) {
  return large() && Number.isInteger(number) && number >= 0 && number < data.told.overview.communities.length;
}

function upright() {
  const box = byId("graph");
  return box.clientHeight > box.clientWidth * 1.1;
}

function overviewShown() {
  return large() && state.view === "first";
}

function viewKey() {
  return [state.view, state.around, state.depth, state.path, state.community, upright()].join("/");
}

// The places of the present view by node; `left` tells how many more names belong to it than are drawn.
function places() {
  const key = viewKey();
  if (placed.key !== key) placed = { key, ...placesNow() };
  return placed;
}

function placesNow() {
  if (state.view === "around") return ringed([state.around], null, state.depth);
  if (state.view === "path") return inARow(pathBetween(...state.path));
  if (state.view === "community") return ringed(communityHubs(), new Set(communityNodes(state.community)), 9);
  if (overviewShown()) return { at: new Map(), left: 0 };
  const way = upright() ? "tall" : "at";
  const own = data.nodes.filter((node) => node.at);
  return { at: new Map(own.map((node) => [node.id, node[way]])), left: 0 };
}

function shownNodes() {
  return new Set(places().at.keys());
}

function communityNodes(number) {
  return data.told.overview.communities[number].nodes.map((at) => data.nodes[at].id);
}

function communityHubs() {
  const inside = communityNodes(state.community);
  return [...inside].sort((a, b) => linesOf.get(b).length - linesOf.get(a).length).slice(0, 1);
}

function others(id) {
  const seen = new Map();
  for (const line of linesOf.get(id)) {
    const other = line.from === id ? line.to : line.from;
    seen.set(other, (seen.get(other) || 0) + line.claims.length);
  }
  return [...seen].sort((a, b) => Number(nodes.get(b[0]).raced) - Number(nodes.get(a[0]).raced) || b[1] - a[1]).map(([other]) => other);
}

// A tree of the shortest ways from the middle, each name in the sector of the one it hangs on
// (Wills, "NicheWorks", 1997): a hub with a hundred neighbours still reads.
function ringed(middle, allowed, depth) {
  const parents = new Map(middle.map((id) => [id, null]));
  const ranks = [middle];
  let left = 0;
  for (let step = 0; step < depth && ranks.at(-1).length; step += 1) {
    const next = [];
    for (const id of ranks.at(-1)) {
      for (const other of others(id)) {
        if (parents.has(other) || (allowed && !allowed.has(other))) continue;
        if (parents.size >= VIEW_LIMIT) { left += 1; continue; }
        parents.set(other, id);
        next.push(other);
      }
    }
    if (next.length) ranks.push(next);
    else break;
  }
  if (allowed) left = allowed.size - parents.size;
  return { at: onRings(middle[0], ranks, parents), left };
}

function onRings(root, ranks, parents) {
  const leaves = new Map();
  for (const rank of [...ranks].reverse()) {
    for (const id of rank) {
      leaves.set(id, Math.max(1, leaves.get(id) || 0));
      const parent = parents.get(id);
      if (parent) leaves.set(parent, (leaves.get(parent) || 0) + leaves.get(id));
    }
  }
  const at = new Map([[root, [0, 0]]]);
  const sector = new Map([[root, [-Math.PI / 2, 1.5 * Math.PI]]]);
  const used = new Map();
  let reach = 0;
  for (const rank of ranks.slice(1)) {
    // One ring where it has room for all, else three close ones in turn.
    const close = Math.min(4, Math.ceil(rank.length / 18));
    reach = Math.max(reach + RING, (rank.length * 105) / (2 * Math.PI) / close + (close - 1) * 20);
    rank.forEach((id, place) => {
      const parent = parents.get(id);
      const [from, until] = sector.get(parent);
      const start = used.get(parent) ?? from;
      const wide = ((until - from) * leaves.get(id)) / leaves.get(parent);
      used.set(parent, start + wide);
      sector.set(id, [start, start + wide]);
      const out = reach + (place % close) * 95;
      at.set(id, [Math.round(Math.cos(start + wide / 2) * out * 1.25), Math.round(Math.sin(start + wide / 2) * out * 0.85)]);
    });
    reach += (close - 1) * 95;
  }
  return at;
}

function inARow(found) {
  if (!found) return { at: new Map(state.path.map((id, place) => [id, [place * 500 - 250, 0]])), left: 0 };
  const step = upright() ? [0, 190] : [270, 0];
  const middle = (found.length - 1) / 2;
  return { at: new Map(found.map((id, place) => [id, step.map((way, axis) => Math.round(way * (place - middle) + (axis !== (upright() ? 1 : 0) ? (place % 2 ? 60 : -60) : 0)))])), left: 0 };
}

// The shortest way between two names over lines that show; null where there is none.
function pathBetween(start, end) {
  const before = new Map([[start, null]]);
  let rank = [start];
  while (rank.length && !before.has(end)) {
    const next = [];
    for (const id of rank) {
      for (const line of linesOf.get(id)) {
        const other = line.from === id ? line.to : line.from;
        if (before.has(other) || !line.claims.some(([claim]) => visible(claims.get(claim)))) continue;
        before.set(other, id);
        next.push(other);
      }
    }
    rank = next;
  }
  if (!before.has(end)) return null;
  const found = [end];
  while (found[0] !== start) found.unshift(before.get(found[0]));
  return found;
}
