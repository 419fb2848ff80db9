// Tables of class "sortable" are sorted by a click on a column's head: once up, twice down. Works without a network;
// without scripts the heads are plain text.
(function () {
  "use strict";
  var collator = new Intl.Collator("zh-CN", { numeric: true });
  function value(row, column) {
    var cell = row.cells[column];
    var key = cell.getAttribute("data-sort");
    return key === null ? cell.textContent.trim() : key;
  }
  function compare(one, other) {
    // Codes such as 4-02-05 are no numbers.
    var left = Number(one.replace(/,/g, "")), right = Number(other.replace(/,/g, ""));
    if (isNaN(left) || isNaN(right)) return collator.compare(one, other);
    return left - right;
  }
  function sort(table, head, column) {
    var isUp = head.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("thead th").forEach(function (th) { th.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row, place) { return { row: row, key: value(row, column), place: place }; })
      .sort(function (one, other) {
        // What is not known stands last, whatever the direction.
        if ((one.key === "") !== (other.key === "")) return one.key === "" ? 1 : -1;
        var order = compare(one.key, other.key);
        return (isUp ? order : -order) || one.place - other.place;
      })
      .forEach(function (item) { body.appendChild(item.row); });
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      button.addEventListener("click", function () { sort(table, head, column); });
      head.appendChild(button);
    });
  });
})();
