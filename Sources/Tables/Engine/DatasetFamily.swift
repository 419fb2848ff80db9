import Domain

/// Which datasets have the same rows: a derived one counts rows of those that its SELECT names.
struct DatasetFamily {
  private let datasets: [String: DatasetView]

  init(_ datasets: [String: DatasetView]) { self.datasets = datasets }

  /// The SELECTs of a derived dataset and of those that it is derived from.
  func selects(of name: String) -> [String] { members(name).compactMap { datasets[$0]?.select?.sql } }

  /// The datasets of exports that the rows come from.
  func roots(of name: String) -> Set<String> { members(name).filter { datasets[$0]?.select == nil } }

  private func members(_ name: String) -> Set<String> {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard found.insert(next).inserted, let select = datasets[next]?.select else { continue }
      // Any word may be a table; one that is none costs at most a scan too many.
      open += select.sql.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }.map(String.init)
        .filter { datasets[$0] != nil }
    }
    return found
  }
}
