// The index of the search is two megabytes: it is fetched when somebody turns to the search, and not with every page.
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    this.isIndex = String(address).includes("search/search_index.json");
    return open.call(this, method, address, ...more);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (!this.isIndex || new URLSearchParams(location.search).has("q")) {
      return send.call(this, body);
    }
    const fetchIt = event => {
      if (event.target.closest("[data-md-component=search]")) {
        document.removeEventListener("focusin", fetchIt);
        send.call(this, body);
      }
    };
    document.addEventListener("focusin", fetchIt);
  };
})();
