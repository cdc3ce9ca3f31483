// The page's content, as Python wrote it. Only the JSON block is read; nothing in it is ever run.
let data = null;
const nodes = new Map();
const lines = new Map();
const claims = new Map();
const races = new Map(); // by the node of the post
const byKey = new Map(); // what an address names: nodes and claims by keys that no further article changes
const linesOf = new Map();
const claimsOf = new Map();
let articles = [];

const CERTAINTY = {}; // the words for how surely, in the order from the surest, and what they mean
const NOTES = {};

// Large pages carry their data in gzip: the browser itself unpacks it.
async function readData() {
  const block = byId("data");
  if (block.dataset.packed === "none") return JSON.parse(block.textContent);
  const letters = atob(block.textContent);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function takeData(read) {
  data = read;
  articles = read.told.articles;
  for (const [key, [word, note]] of Object.entries(read.told.certainties)) [CERTAINTY[key], NOTES[key]] = [word, note];
  for (const node of read.nodes) {
    node.label = node.label || node.name;
    node.names = node.names || [];
    nodes.set(node.id, node);
    byKey.set(node.key, node.id);
    linesOf.set(node.id, []);
    claimsOf.set(node.id, []);
  }
  for (const claim of read.told.claims) takeClaim(claim);
  for (const line of read.lines) {
    lines.set(line.id, line);
    linesOf.get(line.from).push(line);
    linesOf.get(line.to).push(line);
  }
  for (const race of read.told.races) races.set(race.node, race);
}

// Python leaves out what is empty.
function takeClaim(claim) {
  claim.mark ??= "";
  claim.when ??= "";
  claim.reported ??= "";
  claim.since ??= "";
  claim.office ??= "";
  claim.says ??= "";
  claim.quotes ??= [];
  claim.against ??= [];
  claims.set(claim.id, claim);
  byKey.set(claim.key, claim.id);
  for (const id of claim.nodes) claimsOf.get(id).push(claim);
}

// "probable", "denied", "denied, probable": the two stay two words.
function toldAs(claim) {
  if (claim.polarity === "positive") return CERTAINTY[claim.certainty];
  return claim.certainty === "certain" ? "denied" : "denied, " + CERTAINTY[claim.certainty];
}

function nameOf(id) {
  return nodes.get(id).name;
}

function said(claim) {
  return claim.parts.map((part) => (part[0] === " " ? part + " " : nameOf(part))).join("").replace(/ +/g, " ").trim();
}

function whereOf(claim) {
  const article = articles[claim.article];
  return [article.publisher, article.date].filter(Boolean).join(", ");
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function shortDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1].slice(0, 3)} ${year}`;
}
