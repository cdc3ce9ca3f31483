// The map of a large graph, painted: discs with their names first, dots, and faint lines when close. Every
// function takes the scene (what there is) and the view (`k` pixels a unit, `x` `y` the unit in the middle,
// `width` `height` of what is painted, `rim` of it that lies outside the window) and keeps no state.
const MAP_NAMES = 40; // names of discs, and of dots, that one window holds
const MAP_PITCH = 25; // units from a dot to the next; Python lays them so
// Pixels from which on dots are drawn, are looked at one by one and have names, by pitch; a shape, by radius.
const MAP_DOTS = { none: 1.6, looked: 15, named: 40, shaped: 3.4 };
const MAP_LINES = 1500; // with more dots than this in the window lines would be a hairball
const MAP_APART = 1600; // with more dots than this in the window names cannot keep off all of them
const MAP_BATCH = 1000; // subpaths in one fill: a rasteriser slows down with long paths
const MAP_SHAPES = { post: "square", country: "triangle", organisation: "hexagon", collective: "hexagon" };

// What does not change from one painting to the next, in the form that is quickest to go through.
function mapScene(data) {
  const size = data.ids.length;
  const scene = { data, of: new Int32Array(size).fill(-1), reach: new Float32Array(size), shown: null, seen: null, marked: new Set() };
  data.communities.forEach((one, number) => { for (const node of one.nodes) scene.of[node] = number; });
  for (let node = 0; node < size; node += 1) {
    scene.reach[node] = Math.min(11, 4.2 + 1.1 * Math.log2(1 + data.weights[node])) + (data.raced[node] ? 1 : 0);
  }
  const rank = (node) => (data.raced[node] ? 1e9 : 0) + data.weights[node];
  scene.ranked = Int32Array.from(data.ids.keys()).sort((a, b) => rank(b) - rank(a) || a - b);
  scene.largest = [...data.communities.keys()].sort((a, b) => data.communities[b].radius - data.communities[a].radius || a - b);
  scene.kinds = mapKinds(data);
  scene.near = mapNear(data.links, size);
  mapTurned(scene, false);
  return scene;
}

// The map as it was laid, or with its sides changed over, which fills an upright window as well.
function mapTurned(scene, upright) {
  const { data } = scene;
  scene.upright = upright;
  [scene.x, scene.y] = upright ? [data.y, data.x] : [data.x, data.y];
  scene.discs = data.communities.map((one) => (upright ? { ...one, x: one.y, y: one.x } : one));
  scene.bounds = mapBounds(scene.discs);
}

// Nodes by how they look, so that each look is set once; posts that somebody is up for come on top.
function mapKinds(data) {
  const kinds = new Map();
  data.kinds.forEach((kind, node) => {
    const key = kind + (data.raced[node] ? " raced" : "");
    if (!kinds.has(key)) kinds.set(key, { kind, raced: Boolean(data.raced[node]), nodes: [] });
    kinds.get(key).nodes.push(node);
  });
  return [...kinds.values()].sort((a, b) => a.raced - b.raced || (a.kind < b.kind ? -1 : 1));
}

// Neighbours of each node, one after the other in a single array, and where each node's begin.
function mapNear(links, size) {
  const start = new Int32Array(size + 1);
  for (const end of links) start[end + 1] += 1;
  for (let node = 0; node < size; node += 1) start[node + 1] += start[node];
  const next = start.slice();
  const ends = new Int32Array(links.length);
  for (let place = 0; place < links.length; place += 2) {
    ends[next[links[place]]++] = links[place + 1];
    ends[next[links[place + 1]]++] = links[place];
  }
  return (node) => ends.subarray(start[node], start[node + 1]);
}

function mapBounds(discs) {
  const bounds = { left: 0, right: 1, top: 0, bottom: 1 };
  for (const { x, y, radius } of discs) {
    bounds.left = Math.min(bounds.left, x - radius);
    bounds.right = Math.max(bounds.right, x + radius);
    bounds.top = Math.min(bounds.top, y - radius);
    bounds.bottom = Math.max(bounds.bottom, y + radius);
  }
  return bounds;
}

function mapPoint(view, x, y) {
  return { x: (x - view.x) * view.k + view.width / 2, y: (y - view.y) * view.k + view.height / 2 };
}

function mapNode(scene, view, node) {
  return mapPoint(view, scene.x[node], scene.y[node]);
}

// Pixels from a dot's middle to its edge; close up the space between dots grows and they do not.
function mapReach(scene, view, node) {
  return Math.max(0.8, Math.min(scene.reach[node] * view.k, 4 + 0.8 * scene.reach[node]));
}

function mapMeets(view, { x, y }, reach) {
  return x + reach > 0 && x - reach < view.width && y + reach > 0 && y - reach < view.height;
}

function mapPaint(context, scene, view) {
  context.clearRect(0, 0, view.width, view.height);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const taken = [];
  const signs = mapSigns(context, scene, view, taken);
  const inside = mapInside(scene, view);
  const told = { scale: view.k, dots: 0, lines: 0, discs: mapDiscs(context, scene, view), names: signs.length };
  told.lines = mapLines(context, scene, view, inside);
  if (MAP_PITCH * view.k >= MAP_DOTS.none) told.dots = mapDots(context, scene, view, mapUnder(scene, view, signs));
  for (const sign of signs) mapWrite(context, scene, view, sign);
  context.globalAlpha = 1;
  if (MAP_PITCH * view.k >= MAP_DOTS.named) told.names += mapDotNames(context, scene, view, taken, inside);
  return told;
}

// Which nodes lie in what is painted, and how many of them do.
function mapInside(scene, view) {
  const { x, y } = scene;
  const [wide, high] = [view.width / 2 / view.k + MAP_PITCH, view.height / 2 / view.k + MAP_PITCH];
  const inside = { count: 0, has: new Uint8Array(x.length) };
  for (let node = 0; node < x.length; node += 1) {
    if (Math.abs(x[node] - view.x) > wide || Math.abs(y[node] - view.y) > high) continue;
    inside.has[node] = 1;
    inside.count += 1;
  }
  return inside;
}

function mapDiscs(context, scene, view) {
  let drawn = 0;
  scene.discs.forEach((one, number) => {
    const { x, y } = mapPoint(view, one.x, one.y);
    const reach = one.radius * view.k;
    if (!mapMeets(view, { x, y }, reach)) return;
    const faded = scene.seen && !scene.seen[number];
    context.beginPath();
    context.arc(x, y, reach, 0, 2 * Math.PI);
    context.globalAlpha = faded ? 0.3 : 1;
    context.fillStyle = colours.card;
    context.fill();
    if (!one.further) {
      context.globalAlpha = faded ? 0.02 : 0.06;
      context.fillStyle = colours.accent;
      context.fill();
    }
    context.globalAlpha = faded ? 0.1 : 0.32;
    context.strokeStyle = colours.accent;
    context.lineWidth = 1;
    context.stroke();
    drawn += 1;
  });
  return drawn;
}

// Lines are for a close look: there are none while the window holds many dots, and they are never dark;
// those that leave a disc are the ones that make a hairball, and are fainter still.
function mapLines(context, scene, view, inside) {
  if (inside.count > MAP_LINES) return 0;
  const alpha = Math.min(0.45, 0.14 + 30 / (100 + inside.count));
  context.strokeStyle = colours.soft;
  context.lineWidth = 0.8;
  return mapStrokes(context, scene, view, inside, true, alpha) + mapStrokes(context, scene, view, inside, false, alpha / 3);
}

function mapStrokes(context, scene, view, { has }, within, alpha) {
  const { links } = scene.data;
  let drawn = 0;
  context.beginPath();
  for (let place = 0; place < links.length; place += 2) {
    const [one, two] = [links[place], links[place + 1]];
    if (!has[one] || !has[two] || (scene.of[one] === scene.of[two]) !== within || mapFaded(scene, one) || mapFaded(scene, two)) continue;
    const [from, to] = [mapNode(scene, view, one), mapNode(scene, view, two)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    drawn += 1;
  }
  context.globalAlpha = alpha;
  context.stroke();
  return drawn;
}

function mapFaded(scene, node) {
  return scene.shown !== null && !scene.shown[node];
}

function mapDots(context, scene, view, under) {
  let drawn = 0;
  // Far out a dot is a grain of its disc, and the disc's name must stand out against it.
  const alpha = Math.min(1, 0.45 + MAP_PITCH * view.k / 40);
  for (const look of scene.kinds) {
    if (scene.shown) drawn += mapBatches(context, scene, view, look, (node) => !under[node] && !scene.shown[node], 0.13);
    drawn += mapBatches(context, scene, view, look, (node) => !under[node] && !mapFaded(scene, node), alpha);
  }
  return drawn;
}

function mapBatches(context, scene, view, look, wanted, alpha) {
  mapLook(context, view, look, alpha);
  const [wide, high] = [view.width / 2 + 20, view.height / 2 + 20];
  let waiting = 0;
  let drawn = 0;
  context.beginPath();
  for (const node of look.nodes) {
    if (!wanted(node)) continue;
    const x = (scene.x[node] - view.x) * view.k;
    const y = (scene.y[node] - view.y) * view.k;
    if (x < -wide || x > wide || y < -high || y > high) continue;
    const reach = mapReach(scene, view, node);
    if (reach < 1.3) context.fillRect(x + view.width / 2 - reach, y + view.height / 2 - reach, 2 * reach, 2 * reach);
    else {
      mapShape(context, look.kind, x + view.width / 2, y + view.height / 2, reach);
      waiting += 1;
    }
    drawn += 1;
    if (waiting === MAP_BATCH) waiting = mapFill(context, look, view);
  }
  if (waiting) mapFill(context, look, view);
  return drawn;
}

// Close up a dot looks as in the drawing of few: hollow for a group, somebody unnamed, a post nobody is up for.
function mapLook(context, view, { kind, raced }, alpha) {
  const paint = { post: colours.post, country: colours.country, person: colours.person, anonymous: colours.person }[kind] || colours.body;
  const hollow = kind === "collective" || kind === "anonymous" || (kind === "post" && !raced);
  const looked = MAP_PITCH * view.k > MAP_DOTS.looked;
  context.globalAlpha = alpha;
  context.fillStyle = hollow && looked ? colours.card : paint;
  context.strokeStyle = kind === "post" ? colours["post-edge"] : hollow ? paint : colours.paper;
  context.lineWidth = hollow || raced ? 1.6 : 0.8;
}

// Yellow alone is too weak on paper, so that a post has a dark edge wherever there is room for one.
function mapFill(context, look, view) {
  context.fill();
  if (look.kind === "post" ? MAP_PITCH * view.k > 9 : MAP_PITCH * view.k > MAP_DOTS.looked) context.stroke();
  context.beginPath();
  return 0;
}

function mapShape(context, kind, x, y, reach) {
  const shape = reach >= MAP_DOTS.shaped ? MAP_SHAPES[kind] : null;
  if (!shape) {
    context.moveTo(x + reach, y);
    context.arc(x, y, reach, 0, 2 * Math.PI);
  } else if (shape === "square") context.rect(x - reach * 0.86, y - reach * 0.86, reach * 1.72, reach * 1.72);
  else mapCorners(context, x, y, reach * 1.12, shape === "triangle" ? 3 : 6);
}

function mapCorners(context, x, y, reach, corners) {
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    context[corner ? "lineTo" : "moveTo"](x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  context.closePath();
}
