/// Groups of regions and countries that tables and checks name: `Pipelines/rules/region-groups.yaml`.
public struct RegionGroups: Sendable {
  /// Codes that belong to a group for a time.
  public struct Span: Sendable, Hashable {
    /// Codes, each with all that begins with it.
    public let codes: [String]
    public let from: Day?
    public let until: Day?

    public init(codes: [String], from: Day? = nil, until: Day? = nil) {
      self.codes = codes
      self.from = from
      self.until = until
    }
  }

  /// A part of a partition; the first that holds a code takes it.
  public struct Part: Sendable, Hashable {
    public let key: String
    /// One span without dates, or those of a group.
    public let spans: [Span]

    public init(key: String, spans: [Span]) {
      self.key = key
      self.spans = spans
    }
  }

  public let groups: [String: [Span]]
  public let lists: [String: [Part]]

  public init(groups: [String: [Span]] = [:], lists: [String: [Part]] = [:]) {
    self.groups = groups
    self.lists = lists
  }

  /// Names that conditions may compare with.
  public var words: Set<String> {
    Set(groups.keys).union(lists.keys).union(lists.values.flatMap { $0.map(\.key) })
  }
}
