// The table: Python wrote the first rows; filters and sorting write them anew, 200 at a time.
const ROWS = 200;
let sortBy = null;
let falling = false;
let rowsShown = 0;
let refilled = false;

function rowOf(claim) {
  const article = articles[claim.article];
  const title = article.link ? el("a", { href: article.link, rel: "noopener noreferrer", target: "_blank" }, article.title) : article.title;
  return el("tr", { "data-claim": claim.id, class: claim.mode },
    el("td", {}, claim.post ? nameOf(claim.post) : ""),
    el("td", {}, claim.parts.map((part) => (part[0] === " " ? el("i", {}, part + " ") : el("b", {}, nameOf(part))))),
    el("td", {}, el("b", { class: "mark" }, claim.mark), " ", toldAs(claim), claim.against.length ? el("b", { class: "mark differ" }, "≠") : null),
    el("td", {}, claim.says),
    el("td", { class: "quoted" }, claim.quotes.map((quote) => el("q", { class: /^[“‘"'«]/.test(quote[1]) ? "own" : false }, quote[1]))),
    el("td", {}, title, el("br"), el("small", {}, [article.publisher, article.date].filter(Boolean).join(", "))));
}

const KEYS = {
  post: (claim) => (claim.post ? nameOf(claim.post) : ""), said, says: (claim) => claim.says,
  certainty: (claim) => claim.polarity + Object.keys(CERTAINTY).indexOf(claim.certainty),
  published: (claim) => articles[claim.article].published,
};

function tableRows() {
  const found = [...claims.values()].filter(visible);
  if (sortBy) {
    const key = new Map(found.map((claim) => [claim, KEYS[sortBy](claim)]));
    const way = falling ? -1 : 1;
    found.sort((a, b) => (key.get(a) < key.get(b) ? -way : key.get(a) > key.get(b) ? way : 0));
  }
  return found;
}

function told(found) {
  byId("more-rows").hidden = rowsShown >= found.length;
  const all = rowsShown === claims.size;
  byId("rows-shown").textContent = all ? "" : `${grouped(rowsShown)} of ${counted(claims.size, "claim", "claims")} in the table`;
}

function refill() {
  refilled = true;
  const found = tableRows();
  rowsShown = Math.min(ROWS, found.length);
  document.querySelector("#claims tbody").replaceChildren(...found.slice(0, ROWS).map(rowOf));
  told(found);
}

function startTable() {
  const body = document.querySelector("#claims tbody");
  rowsShown = body.children.length;
  // Python writes the rows of a small page, for readers without script; those of a large one can wait.
  if (filtered()) refill();
  else later(() => { if (rowsShown) told(tableRows()); else refill(); });
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (row && !event.target.closest("a") && !String(getSelection())) {
      choose(row.dataset.claim);
      byId("evidence").focus({ preventScroll: false });
    }
  });
  byId("more-rows").addEventListener("click", () => {
    const found = tableRows();
    body.append(...found.slice(rowsShown, rowsShown + ROWS).map(rowOf));
    rowsShown = body.children.length;
    told(found);
  });
  for (const head of document.querySelectorAll("th[data-sort]")) {
    const button = el("button", { type: "button" }, head.textContent);
    button.addEventListener("click", () => {
      falling = sortBy === head.dataset.sort && !falling;
      sortBy = head.dataset.sort;
      for (const other of document.querySelectorAll("th[data-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      refill();
    });
    head.replaceChildren(button);
  }
  onChange((what) => { if (what === "filter" || what === "time" || (what === "address" && (filtered() || refilled))) refill(); });
}
