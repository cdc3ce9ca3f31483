// Start: the page is whole without us; each part that needs script is added to it.
document.body.classList.add("js");
startTheme();
if (claims.size) {
  const asked = location.hash.slice(1);
  if (nodes.has(asked) || lines.has(asked) || claims.has(asked)) state.chosen = asked;
  lookFor(state.chosen);
  startEvidence();
  startGraph();
  startSearch();
  startFilters();
  startCards();
  startTable();
  addEventListener("hashchange", () => {
    const next = location.hash.slice(1);
    if (next !== state.chosen && (nodes.has(next) || lines.has(next) || claims.has(next))) choose(next);
  });
  if (state.chosen) changed("start");
} else {
  document.body.dataset.state = "empty";
}
