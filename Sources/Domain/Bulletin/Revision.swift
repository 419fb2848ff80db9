/// What an edition says otherwise than those that it revises.
public struct Revision: Sendable, Equatable {
  /// Why figures that were published are published anew.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    /// New data came in, as announced.
    case scheduled
    /// A method, a rule or a code list has changed.
    case method
    /// The edition before was wrong.
    case error
  }

  /// One revision; a bulletin as first published is number 1 and has none.
  public struct Step: Codable, Sendable, Equatable {
    /// 2, 3, …
    public let number: Int
    public let reason: Reason
    /// What happened, in a sentence for readers.
    public let note: String
    /// Cells that differ from the edition before.
    public let cells: Int

    public init(number: Int, reason: Reason, note: String, cells: Int) {
      (self.number, self.reason, self.note, self.cells) = (number, reason, note, cells)
    }
  }

  /// A cell that a step changed; values as the tables have them.
  public struct Change: Sendable, Equatable {
    public let step: Int
    /// `T5`
    public let table: String
    /// Values of the table's key, period left out: region and row.
    public let row: [String]
    /// Empty where the whole row is new or gone.
    public let column: String
    /// Nil where there was no such row, or is none now.
    public let before: String?
    public let after: String?

    public init(step: Int, table: String, row: [String], column: String, before: String?, after: String?) {
      (self.step, self.table, self.row, self.column) = (step, table, row, column)
      (self.before, self.after) = (before, after)
    }
  }

  /// All so far, this one last.
  public let steps: [Step]
  /// Of all steps, in their order.
  public let changes: [Change]
  /// Table, row and column of what this revision changed: asked for every cell of every page.
  private let marked: Set<[String]>
  /// What the editions so far said of the main figures, this one last.
  public let triangle: RevisionTriangle

  public init(steps: [Step], changes: [Change], triangle: RevisionTriangle) {
    (self.steps, self.changes, self.triangle) = (steps, changes, triangle)
    let own = changes.filter { $0.step == steps.last?.number }
    marked = Set(own.map { Revision.place($0.table, $0.row, $0.column) })
  }

  public var number: Int { steps.last?.number ?? 1 }

  private static func place(_ table: String, _ row: [String], _ column: String) -> [String] { [table] + row + [column] }

  /// True of a cell that this revision changed, or whose row it added.
  public func marks(_ table: String, _ row: [String], _ column: String) -> Bool {
    [column, ""].contains { marked.contains(Revision.place(table, row, $0)) }
  }
}
