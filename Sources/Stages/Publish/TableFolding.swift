import Domain
import Tables

/// What of a table is not printed but named in a sentence below it: rows of nothing but zeros, rows of which nothing may be
/// told, and columns without a figure. A table keeps at least a row and a column, and what was revised is printed.
struct TableFolding {
  /// What is printed.
  let rows: [Int]
  let columns: [Int]
  /// Rows of zeros.
  let zeros: [Int]
  /// Rows without a figure, one of them hidden.
  let hidden: [Int]
  /// Rows with figures, the first of which is hidden.
  let beheaded: [Int]
  /// Columns without a figure in the rows that are printed.
  let empty: [Int]

  /// - Parameters:
  ///   - foldsBeheaded: whether rows whose first figure is hidden are folded, too.
  ///   - revised: whether a cell is marked.
  init(_ table: ProtectedTable, foldsBeheaded: Bool = false, revised: (_ row: Int, _ column: Int) -> Bool) {
    let all = Array(table.measures.indices)
    func isFolded(_ number: Int, _ holds: (StatRow) -> Bool) -> Bool {
      let row = table.rows[number]
      return [.item, .subitem].contains(row.role) && holds(row) && !all.contains { revised(number, $0) }
    }
    func isFigure(_ cell: Cell) -> Bool {
      switch cell {
      case .number, .text: true
      case .suppressed, .unavailable, .notApplicable, .tooFew: false
      }
    }
    var zeros = table.rows.indices.filter {
      isFolded($0) { row in
        row.cells.contains { $0.value != nil }
          && row.cells.allSatisfy { $0.value == 0 || $0 == .unavailable || $0 == .notApplicable }
      }
    }
    var hidden = table.rows.indices.filter {
      isFolded($0) { row in row.cells.contains(.suppressed) && !row.cells.contains(where: isFigure) }
    }
    if zeros.count + hidden.count == table.rows.count { (zeros, hidden) = ([], []) }
    let open = table.rows.indices.filter { !zeros.contains($0) && !hidden.contains($0) }
    let beheaded = open.filter { number in
      foldsBeheaded && table.rows[number].role != .total && table.rows[number].cells.first == .suppressed
        && !all.contains { revised(number, $0) }
    }
    let rows = beheaded.count < open.count ? open.filter { !beheaded.contains($0) } : open
    self.beheaded = beheaded.count < open.count ? beheaded : []
    let bare = all.filter { column in
      rows.allSatisfy { !isFigure(table.rows[$0].cells[column]) && !revised($0, column) }
    }
    (self.rows, self.zeros, self.hidden) = (rows, zeros, hidden)
    let empty = bare.count < all.count ? bare : []
    self.empty = empty
    columns = all.filter { !empty.contains($0) }
  }
}
