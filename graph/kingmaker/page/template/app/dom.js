const SVG = "http://www.w3.org/2000/svg"; // a name, never an address

// Elements are made here and nowhere else; text only ever becomes a text node.
function el(tag, fields, ...children) {
  return made(document.createElement(tag), fields, children);
}

function svg(tag, fields, ...children) {
  return made(document.createElementNS(SVG, tag), fields, children);
}

function made(element, fields, children) {
  for (const [name, value] of Object.entries(fields || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "click") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function counted(number, one, many) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

// By hand: a browser's first toLocaleString takes as long as drawing a small page.
function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

// At most one call a frame, whatever asks for it: sliders fire faster than a page can be drawn.
function onceAFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; work(); });
  };
}

// When the browser has nothing better to do, and not before the page has been drawn once.
function later(work) {
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 50));
  const go = () => (document.body.dataset.state === "waiting" ? setTimeout(go, 30) : idle(work));
  go();
}
