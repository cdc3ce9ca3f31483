// Start: the page is whole without us; each part that needs script is added to it.
// The table stands below the script, so that the page is drawn before its rows are read.
function whole(work) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", work);
  else work();
}

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
  whole(startTable);
  startExport();
  changed("address");
  startAddress();
  let waiting = null;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(() => changed("size"), 80); });
}

startTheme();
readData().then((read) => {
  takeData(read);
  if (claims.size) startAll();
  else document.body.dataset.state = "empty";
});
