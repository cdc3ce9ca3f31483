// The words behind what is chosen: quote in its sentence, whose word, how surely, and where it was published.
const CLAIMS_SHOWN = 40;

function nameLink(id) {
  return el("button", { type: "button", class: "link", click: () => choose(id) }, nameOf(id));
}

function tags(claim) {
  const surely = claim.certainty === "certain" ? "stated" : CERTAINTY[claim.certainty];
  const made = [];
  if (claim.polarity === "negative") made.push(el("span", { class: "tag denied" }, "× denied"));
  if (claim.certainty !== "certain") made.push(el("span", { class: "tag hedged" }, "? " + surely));
  else if (!made.length) made.push(el("span", { class: "tag" }, surely));
  made.push(el("span", { class: "tag quiet" }, data.told.relations[claim.relation].toLowerCase()));
  const others = claim.against.filter((id) => visible(claims.get(id)));
  if (others.length) {
    made.push(el("button", { type: "button", class: "tag differ", click: () => choose([claim.id, ...others].join(" ")) },
      `≠ told otherwise (${others.length})`));
  }
  return el("p", {}, made);
}

function sentence(claim) {
  const parts = claim.parts.map((part) => (part[0] === " " ? part + " " : nameLink(part)));
  const about = claim.post && !claim.parts.includes(claim.post) ? el("span", { class: "about" }, nameLink(claim.post)) : null;
  return el("p", { class: "sentence" }, about, parts);
}

function quoteOf([before, words, after]) {
  const tight = /^[\s,.;:!?”’)]/.test(after) ? "" : " ";
  return el("blockquote", {}, before ? el("span", {}, before + " ") : null, el("mark", {}, words), after ? el("span", {}, tight + after) : null);
}

function published(claim) {
  const article = articles[claim.article];
  const title = article.link ? el("a", { href: article.link, rel: "noopener noreferrer", target: "_blank" }, article.title) : article.title;
  const where = [article.publisher, article.date].filter(Boolean).join(", ");
  return el("p", { class: "meta" }, "Said by ", el("b", {}, claim.says), where ? ` · ${where} · ` : " · ", title,
    claim.when ? el("span", {}, ` · when: ${claim.when}`) : null);
}

function claimItem(claim) {
  return el("article", { class: "claim " + claim.mode, "data-claim": claim.id }, tags(claim), sentence(claim), claim.quotes.map(quoteOf), published(claim));
}

function claimList(found, from) {
  const shown = found.slice(from, from + CLAIMS_SHOWN).map(claimItem);
  if (found.length <= from + CLAIMS_SHOWN) return shown;
  const more = el("button", { type: "button", class: "link" }, `Show ${Math.min(CLAIMS_SHOWN, found.length - from - CLAIMS_SHOWN)} more of ${found.length}`);
  more.addEventListener("click", () => more.replaceWith(...claimList(found, from + CLAIMS_SHOWN)));
  return [...shown, more];
}

function top(label, around) {
  const close = el("button", { type: "button", click: () => choose(null) }, "Close");
  const only = around ? el("button", { type: "button", click: () => { state.around = around; changed("around"); } }, "Draw around this") : null;
  return el("div", { class: "panel-tools" }, el("p", { class: "label" }, label), only, close);
}

function latestFirst(found) {
  const date = (claim) => articles[claim.article].published;
  return [...found].sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0));
}

function panelOfNode(id) {
  const all = claimsOf.get(id);
  const found = latestFirst(all.filter(visible));
  const node = nodes.get(id);
  const also = node.names.length ? ` Also: ${node.names.join(", ")}.` : "";
  const hidden = all.length - found.length;
  return [top(data.told.kinds[node.kind], linesOf.get(id).length && state.around !== id ? id : null), el("h2", {}, node.name),
    el("p", { class: "lead" }, `${counted(found.length, "claim", "claims")}, the latest first${hidden ? `; ${hidden} filtered out` : ""}.${also}`), claimList(found, 0)];
}

function panelOfClaims(title, found, lead) {
  return [top("Evidence"), el("h2", {}, title), el("p", { class: "lead" }, lead || counted(found.length, "claim", "claims")), claimList(found, 0)];
}

// Nothing chosen: what most needs a reader's eye, else the latest word.
function panelAtFirst() {
  const pairs = data.told.disputes.map((pair) => pair.map((id) => claims.get(id))).filter((pair) => pair.every(visible));
  const hint = el("p", { class: "lead" }, "Choose a name, a line or a chip to read the words behind it.");
  if (pairs.length) {
    return [el("h2", {}, "Where accounts differ"), hint, pairs.slice(0, 20).map((pair) => el("div", { class: "pair" }, pair.map(claimItem)))];
  }
  return [el("h2", {}, "The latest word"), hint, latestFirst([...claims.values()].filter(visible)).slice(0, 8).map(claimItem)];
}

function panel() {
  const chosen = state.chosen;
  if (!chosen) return panelAtFirst();
  if (nodes.has(chosen)) return panelOfNode(chosen);
  if (lines.has(chosen)) {
    const line = lines.get(chosen);
    const found = line.claims.map(([id]) => claims.get(id)).filter(visible);
    return panelOfClaims(`${nameOf(line.from)} and ${nameOf(line.to)}`, found, `${data.told.relations[line.relation]}: ${counted(found.length, "claim", "claims")} behind this line.`);
  }
  const found = chosen.split(" ").map((id) => claims.get(id)).filter((claim) => claim && visible(claim));
  return panelOfClaims(found.length === 1 ? said(found[0]) : "Told by " + counted(found.length, "claim", "claims"), found);
}

function startEvidence() {
  const box = byId("evidence");
  const fill = (what) => {
    box.replaceChildren(...panel().flat());
    box.classList.toggle("open", Boolean(state.chosen));
    if (what === "chosen") box.scrollTop = 0;
  };
  onChange((what) => { if (what !== "theme") fill(what); });
  fill("start");
}
