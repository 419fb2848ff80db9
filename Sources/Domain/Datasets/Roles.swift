/// What parts the fields of a dataset play, by name of the field; the program asks for a role, never for a name.
public struct Roles: Sendable, Hashable {
  /// The column of the date that places a row in a period; of a field of periods that of their last day.
  public var start: String?
  /// The dates of which the earliest ends a row; the first is the day on which it was closed.
  public var ends: [String]
  /// How much a row counts for (openings); nil: one.
  public var weight: String?
  /// How much of the weight was filled when the row was closed.
  public var filled: String?
  /// The place by which tables are made for counties.
  public var region: String?
  /// Who must not be recognised in a public figure.
  public var contributor: Contributor?
  /// The text that tells what a row offers.
  public var title: String?
  /// The field that says where a copy was taken from; a dataset with it has copies.
  public var copies: String?

  /// The day on which a row was closed; nil where rows are not.
  public var closed: String? { ends.first }

  /// Who stands behind the rows of a dataset.
  public enum Contributor: Sendable, Hashable {
    /// The field that names a person, an employer, an agency.
    case field(String)
    /// Nobody: `contributor: none`, which must be written.
    case nobody
  }

  public init(
    start: String? = nil, ends: [String] = [], weight: String? = nil, filled: String? = nil, region: String? = nil,
    contributor: Contributor? = nil, title: String? = nil, copies: String? = nil
  ) {
    self.start = start
    self.ends = ends
    self.weight = weight
    self.filled = filled
    self.region = region
    self.contributor = contributor
    self.title = title
    self.copies = copies
  }
}
