import Domain

/// Numbers the rows of a table as they are met, and tells which total each belongs to.
struct TallyRows {
  struct Name: Hashable {
    let row: String
    let column: String?
  }

  /// Names by number; 0 is the total.
  private(set) var names = [Name(row: Leaf.total, column: nil)]
  /// For each row the total that it is added to; nil for totals, for 其中 rows and for elements of a list field.
  private(set) var parents: [Int?] = [nil]
  private var numbers: [Name: Int] = [Name(row: Leaf.total, column: nil): 0]
  private var byHash: [UInt64: Int] = [:]
  /// Rows that stand alone; nil: all that occur.
  private let known: Set<String>?
  private let folded: Set<String>
  private let addsUp: Bool
  /// Numbers of the 其中 rows.
  let parts: [Int]

  init(known: Set<String>?, folded: Set<String>, parts: [String], addsUp: Bool) {
    self.known = known
    self.folded = folded
    self.addsUp = addsUp
    var numbers: [Int] = []
    for part in parts {
      numbers.append(names.count)
      names.append(Name(row: part, column: nil))
      parents.append(nil)
    }
    self.parts = numbers
    for (number, name) in names.enumerated() { self.numbers[name] = number }
  }

  /// The number of the row that a value of the axis, and one of the columns, lies in.
  ///
  /// - Parameters:
  ///   - hash: of both, so that texts are made for the first of each alone.
  ///   - key: the value; nil for NULL.
  mutating func number(_ hash: UInt64, _ key: () -> String?, column: () -> String?) -> Int {
    if let number = byHash[hash] { return number }
    let text = key().flatMap { $0.isEmpty ? nil : $0 }
    let row = text.map { folded.contains($0) || !(known?.contains($0) ?? true) ? Leaf.rest : $0 } ?? Leaf.rest
    let column = column()
    let parent = addsUp ? number(Name(row: Leaf.total, column: column), parent: nil) : nil
    let found = number(Name(row: row, column: column), parent: parent)
    byHash[hash] = found
    return found
  }

  /// The number of the total of a column.
  mutating func total(_ hash: UInt64, column: () -> String?) -> Int {
    if let number = byHash[~hash] { return number }
    let found = number(Name(row: Leaf.total, column: column()), parent: nil)
    byHash[~hash] = found
    return found
  }

  private mutating func number(_ name: Name, parent: Int?) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    parents.append(parent)
    return names.count - 1
  }
}
