// The page's content, as Python wrote it. Only the JSON block is read; nothing in it is ever run.
const data = JSON.parse(byId("data").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const lines = new Map(data.lines.map((line) => [line.id, line]));
const claims = new Map(data.told.claims.map((claim) => [claim.id, claim]));
const articles = data.told.articles;

const linesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const line of data.lines) {
  linesOf.get(line.from).push(line);
  linesOf.get(line.to).push(line);
}
const claimsOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const claim of data.told.claims) for (const id of claim.nodes) claimsOf.get(id).push(claim);

const CERTAINTY = { certain: "stated", probable: "probable", possible: "possible", hypothetical: "on a condition" };

// "probable", "denied", "denied, probable": the two stay two words.
function toldAs(claim) {
  if (claim.polarity === "positive") return CERTAINTY[claim.certainty];
  return claim.certainty === "certain" ? "denied" : "denied, " + CERTAINTY[claim.certainty];
}

function nameOf(id) {
  return nodes.get(id).name;
}

function said(claim) {
  return claim.parts.map((part) => (part[0] === " " ? part + " " : nameOf(part))).join("").trim();
}
