import Domain
import Warehouse

/// Runs checks over a warehouse.
public struct CheckRunner {
  /// Lines above which there is no list.
  public static let most = 10_000

  private let connection: DatasetConnection
  private let rules: CheckRules
  private let delivered: Set<String>
  private let unset: [String: String]
  private let day: Day

  /// - Parameters:
  ///   - delivered: names of the datasets of which something has been received, and `dataset.field=value` for each
  ///     constant of their sources.
  ///   - unset: deadlines and lists of rules that wait for the bureau, as SQL names them, with what is told of them.
  ///   - day: the data date.
  public init(
    _ connection: DatasetConnection, rules: CheckRules = CheckRules(), delivered: Set<String>,
    unset: [String: String] = [:], day: Day
  ) {
    self.unset = unset
    self.connection = connection
    self.rules = rules
    self.delivered = delivered
    self.day = day
  }

  /// - Throws: `PipelineError` TF720 to TF722 for the SELECT, TF724 for what it returns, with the place.
  public func run(_ check: Check) throws -> CheckList {
    let values = rules.values(of: check)
    let version = check.digest(values)
    func list(_ outcome: CheckList.Outcome) -> CheckList {
      CheckList(check: check, outcome: outcome, version: version)
    }
    // A check is read even where it is not run: a mistake in it is told at once.
    let reads = try connection.check(check.select)
    guard !rules.off.contains(check.id) else { return list(.off) }
    let missing = missing(check, reads)
    guard missing.isEmpty else { return list(.missing(missing)) }
    let lists = connection.lists(behind: reads)
    let waiting = unset.filter { name, _ in
      lists.contains(name) && !check.without.contains(name) || check.select.sql.contains("'\(name)'")
    }
    guard waiting.isEmpty else { return list(.unset(waiting.values.sorted())) }
    return list(try CheckRunner.lines(of: check, values, on: day, connection))
  }

  /// What the check needs and nobody has delivered: what its header says, and each dataset that it reads.
  private func missing(_ check: Check, _ reads: SQLReads) -> [String] {
    let needs = Set(check.needs.map(\.description)).union(check.entry).union(reads.datasets.keys)
    var missing: Set<String> = []
    for need in needs where !delivered.contains(need) {
      // A derived dataset has come where what it is made of has.
      missing.formUnion(connection.roots(of: need).subtracting(delivered))
    }
    return missing.sorted()
  }

  /// What the check finds on `day` with these values, whatever has been delivered.
  static func lines(of check: Check, _ values: [String: Check.Value], on day: Day, _ connection: DatasetConnection)
    throws -> CheckList.Outcome
  {
    var bound = values.mapValues { value in
      switch value {
      case .integer(let number): SQLValue.integer(number)
      case .text(let text): SQLValue.text(text)
      }
    }
    bound["data_date"] = .text(day.iso)
    var reader: CheckLineReader?
    var lines: [CheckLine] = []
    var count = 0
    try connection.forEach(SQLText(check.select), bound) { statement in
      let known = try reader ?? CheckLineReader(check, columns: statement.columns)
      reader = known
      count += 1
      // Read on, so that the alert can say how many there are.
      if count <= most { lines.append(try known.line(statement)) }
    }
    guard count <= most else { return .tooMany(count) }
    try requireRows(lines, of: check, connection)
    return .found(lines.sorted(by: CheckLine.precedes))
  }

  /// Every `entry` must be a row of its dataset: else a reader could not find it, and a lead would follow nothing.
  private static func requireRows(_ lines: [CheckLine], of check: Check, _ connection: DatasetConnection) throws {
    guard let usual = check.entry.first else { return }
    for (dataset, own) in Dictionary(grouping: lines, by: { $0.values[.dataset] == nil ? usual : $0.text(.dataset) }) {
      guard check.entry.contains(dataset) else {
        throw CheckLineReader.wrong(check, "dataset 是 \(dataset), 而 entry 只写了 \(check.entry.joined(separator: " "))")
      }
      var open = Set(own.map { $0.text(.entry) })
      var text = SQLText()
      text.append("SELECT entry FROM \(dataset) WHERE entry IN (SELECT value FROM json_each(:entries))")
      try connection.forEach(text, ["entries": .text(JSONTexts.array(open.sorted()))]) { row in
        if let entry = row.text(0) { open.remove(entry) }
      }
      if let first = open.min() { throw CheckLineReader.wrong(check, "entry \(first) 不是 \(dataset) 的一行") }
    }
  }
}
