// Runs inside a test copy of the page and tells the page around it what it sees.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const rgb = (text) => {
    const parts = (text.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 ? null : { c: parts.slice(0, 3), a: parts.length > 3 ? parts[3] : 1 };
  };
  const light = (c) => {
    const [r, g, b] = c.map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const paper = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const found = rgb(getComputedStyle(e).backgroundColor);
      if (found && found.a === 1) return found.c;
    }
    return [255, 255, 255];
  };
  const pale = [];
  let least = 99;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.closest("script, title, desc")) continue;
    const style = getComputedStyle(e);
    const ink = rgb(e.closest("svg") ? style.fill : style.color);
    if (!ink) continue;
    const found = ratio(ink.c, paper(e));
    least = Math.min(least, found);
    if (found < 4.5) pale.push(walker.currentNode.data.trim().slice(0, 30) + " " + found.toFixed(2));
  }
  const named = (e) => (e.getAttribute("aria-labelledby") || "").split(" ")
    .map((id) => document.getElementById(id)?.textContent.trim()).every((text) => text);
  const nameless = [
    ...all("svg").filter((e) => e.getAttribute("role") === "img" ? !e.hasAttribute("aria-labelledby") || !named(e)
      : e.getAttribute("aria-hidden") !== "true"),
    ...all("img").filter((e) => !e.alt),
    ...all("[role=region]").filter((e) => !e.getAttribute("aria-label") || e.tabIndex !== 0),
    ...all("section").filter((e) => !named(e)),
    ...all("table").filter((e) => !e.caption?.textContent.trim()),
    ...all("a").filter((e) => !e.textContent.trim() || !document.querySelector(e.getAttribute("href"))),
  ].map((e) => e.outerHTML.slice(0, 80));
  const levels = all("h1, h2, h3, h4").map((e) => Number(e.tagName[1]));
  const ids = all("[id]").map((e) => e.id);
  parent.postMessage({
    page: document.documentElement.dataset.page,
    width: innerWidth,
    wide: document.documentElement.scrollWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    alerts: window.alerted,
    scripts: document.scripts.length,
    least, pale, nameless,
    skipped: levels.some((level, i) => level > (levels[i - 1] || 0) + 1),
    repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
    landmarks: ["header", "nav", "main", "footer"].filter((tag) => all(tag).length !== 1),
    charts: all("svg[role=img]").length,
    curves: all("path.curve").map((e) => Number(e.dataset.points)),
    cells: all("rect.cell").length,
    cards: all("article.card").length,
    bars: all("article.card rect.mark").length,
    images: all("img").filter((e) => e.complete && e.naturalWidth > 0).length,
    text: document.body.innerText,
  }, "*");
})();
