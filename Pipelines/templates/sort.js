// Tables of class "sortable" are sorted by a click on a column's head, once up, twice down, each group of rows within itself.
// A box of class "find" hides the rows of the tables of class "found" whose first cell lacks what is typed. Works without a
// network; without scripts the heads are plain text, there is no box, and folds open at a click.
(function () {
  "use strict";
  var collator = new Intl.Collator("zh-CN", { numeric: true });
  // The row that names a group stays where it is.
  function rows(body) {
    return Array.from(body.rows).filter(function (row) { return !row.classList.contains("band"); });
  }
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
    Array.from(table.tBodies).forEach(function (body) {
      rows(body)
        .map(function (row, place) { return { row: row, key: value(row, column), place: place }; })
        .sort(function (one, other) {
          // What is not known stands last, whatever the direction.
          if ((one.key === "") !== (other.key === "")) return one.key === "" ? 1 : -1;
          var order = compare(one.key, other.key);
          return (isUp ? order : -order) || one.place - other.place;
        })
        .forEach(function (item) { body.appendChild(item.row); });
    });
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
  function find(word) {
    var found = 0;
    document.querySelectorAll("table.found").forEach(function (table) {
      var before = found;
      Array.from(table.tBodies).forEach(function (body) {
        var kept = rows(body).filter(function (row) {
          row.hidden = row.cells[0].textContent.toLowerCase().indexOf(word) < 0;
          return !row.hidden;
        });
        body.hidden = kept.length === 0;
        found += kept.length;
      });
      var fold = table.closest("details");
      table.hidden = found === before;
      if (fold) fold.open = word !== "" && !table.hidden;
    });
    return found;
  }
  document.querySelectorAll(".find").forEach(function (box) {
    var input = box.querySelector("input");
    box.hidden = false;
    input.addEventListener("input", function () {
      var word = input.value.trim().toLowerCase(), found = find(word);
      box.querySelector("output").textContent = word === "" ? "" : box.getAttribute("data-found").replace("#", found);
    });
  });
  // Paper has no folds.
  var folds = [];
  window.addEventListener("beforeprint", function () {
    folds = Array.from(document.querySelectorAll("details:not([open])"));
    folds.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folds.forEach(function (fold) { fold.open = false; });
  });
})();
