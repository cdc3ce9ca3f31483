// What is told two ways, side by side. A change of mind is no dispute, and stands last.
const SORTS = { contradiction: "Contradiction", denial: "Denial", change: "Changed their mind" };
const OF_MIND = new Set(["backs", "opposes"]); // how a standing changed is what the charts show
const PAIRS_SHOWN = 30;

// Disputes of which both sides show: the sort, and the claims of either side.
function openDisputes(withChanges) {
  return data.told.disputes.filter(([sort, [one]]) => sort !== "change" || (withChanges && OF_MIND.has(claims.get(one).relation))).map(([sort, one, other]) => (
    [SORTS[sort], ...[one, other].map((side) => side.map((id) => claims.get(id)).filter(visible))])).filter(([, one, other]) => one.length && other.length);
}

function side(found) {
  const last = found.at(-1);
  const more = found.length > 1 ? el("button", { type: "button", class: "link", click: () => choose(found.map((claim) => claim.id).join(" ")) }, `and ${found.length - 1} more on this side`) : null;
  return el("div", {}, claimItem(last), more);
}

function fillDisputes() {
  const box = byId("differ");
  const pairs = openDisputes(true);
  box.hidden = !pairs.length;
  const more = pairs.length > PAIRS_SHOWN ? el("p", { class: "rest" }, `and ${pairs.length - PAIRS_SHOWN} more: choose "Contested only" under the graph`) : null;
  box.replaceChildren(...[el("div", { class: "bar" }, el("h2", {}, "Where accounts differ"), el("p", { class: "count" }, "both sides in their own words; no side is taken")),
    ...pairs.slice(0, PAIRS_SHOWN).map(([sort, one, other]) => el("section", { class: "sides" }, el("h3", {}, sort), side(one), side(other))), more].filter(Boolean));
}

// Below the fold, so it waits until everything a reader sees first is drawn.
function startDisputes() {
  let waiting = false;
  onChange((what) => {
    if (waiting || ["chosen", "theme", "size", "view", "side"].includes(what)) return;
    waiting = true;
    later(() => { waiting = false; fillDisputes(); });
  });
}
