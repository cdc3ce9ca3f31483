// Start: the page is whole without us; each part that needs script is added to it.
function startAll() {
  const asked = location.hash.slice(1);
  startKnown();
  startFilters();
  if (asked) takeAddress(asked);
  startCards();
  startTime();
  startLanes();
  startEvidence();
  startGraph();
  startSearch();
  startDisputes();
  startTable();
  startExport();
  changed("address");
  startAddress();
  let waiting = null;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(() => changed("size"), 80); });
}

document.body.classList.add("js");
startTheme();
readData().then((read) => {
  takeData(read);
  if (claims.size) startAll();
  else document.body.dataset.state = "empty";
});
