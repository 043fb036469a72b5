// What scrolls can be reached by the keyboard: wide tables and code get a tab stop, and only while they are wide.
// The theme gives each code block a landmark for its button; a page has enough landmarks without them.
(() => {
  const reach = () => {
    document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach(box => {
      if (box.scrollWidth > box.clientWidth) {
        box.setAttribute("tabindex", "0");
      } else {
        box.removeAttribute("tabindex");
      }
    });
    document.querySelectorAll("nav.md-code__nav:not([role])").forEach(nav => nav.setAttribute("role", "none"));
  };
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(reach);
  };
  new ResizeObserver(soon).observe(document.body);
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
})();
