import Domain
import Tables

/// What the declared tables say in an edition, as its readers may see it.
public struct DeclaredReport: Sendable {
  /// A table of one place, with what goes with it.
  public struct Entry: Sendable {
    public let table: ProtectedTable
    /// The table's own: it may be longer than that of the edition.
    public let period: Period
    /// Sentences for the first page; those whose figures may be seen.
    public let sentences: [Label]
    /// A chart of one of its columns over the rows; nil where none is asked for.
    public let chart: TableDefinition.Chart?

    /// The tables of a number stand on one page.
    var family: String { table.number }

    /// The sentences with the table's period where that is not `period`.
    func sentences(in period: Period, _ texts: Texts) -> [Label] {
      guard self.period != period else { return sentences }
      return sentences.map { texts.label(.ofPeriod, ["period": Label(self.period), "sentence": $0]) }
    }
  }

  /// A table of longer periods that has no figures in the edition, and the last period that has.
  public struct Elsewhere: Sendable {
    public let title: Label
    public let period: Period
  }

  /// By code of the place, in the order of the tables.
  public let entries: [String: [Entry]]
  /// How each printed figure is made, for the page of methods, with the table's audience.
  public let methods: [FigureMethod]
  /// What later editions must know of what this one showed and hid.
  public let decided: [DecidedCount]
  /// Sensitive leaves that nothing protects any more.
  public let exposed: [ExposedCount]
  /// Leaves hidden for what they tell themselves, and for the sake of others.
  public let hidden: (sensitive: Int, others: Int)

  /// What the same readers find in editions of other periods.
  public let elsewhere: [Elsewhere]

  /// Without a table of its own.
  static func empty(elsewhere: [Elsewhere]) -> DeclaredReport {
    DeclaredReport(entries: [:], methods: [], decided: [], exposed: [], hidden: (0, 0), elsewhere: elsewhere)
  }
}
