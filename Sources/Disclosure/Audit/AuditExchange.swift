extension CellSystem {
  /// The system and a pattern as JSON for an auditor that shares nothing with this library (`interval_audit.py`):
  ///
  ///     {"cells": [{"value": 3, "hidden": true, "protection": {"lower": 0, "upper": 0, "width": 9}}, ...],
  ///      "sums": [{"total": 0, "parts": [1, 2]}, ...],
  ///      "facts": [{"lower": null, "upper": -1, "terms": [[1, 200], [2, -107]]}, ...]}
  ///
  /// `hidden`: whether the attacker does not know the cell; `protection` is null for cells that are not sensitive;
  /// cells by number from 0, terms as cell and coefficient.
  public func auditJSON(hidden: [Bool]) -> String {
    let unknown = unknown(hidden)
    let cells = zip(self.cells, unknown).map { cell, isUnknown in
      let protection = cell.protection.map { #"{"lower":\#($0.lower),"upper":\#($0.upper),"width":\#($0.width)}"# }
      return
        #"{"value":\#(cell.value),"least":\#(cell.least),"hidden":\#(isUnknown),"protection":\#(protection ?? "null")}"#
    }
    let sums = self.sums.map { #"{"total":\#($0.total),"parts":\#($0.parts)}"# }
    let facts = self.facts.map { fact in
      let terms = fact.terms.map { "[\($0.cell),\($0.coefficient)]" }.joined(separator: ",")
      let (lower, upper) = (fact.lower.map(String.init) ?? "null", fact.upper.map(String.init) ?? "null")
      return #"{"lower":\#(lower),"upper":\#(upper),"terms":[\#(terms)]}"#
    }
    let lists = [cells, sums, facts].map { $0.joined(separator: ",\n") }
    return "{\"cells\":[\n\(lists[0])],\n\"sums\":[\n\(lists[1])],\n\"facts\":[\n\(lists[2])]}\n"
  }
}
