/// What the occupations of one file's accepted rows rest on: the parts add up to them.
public struct CodedFile: Sendable, Equatable {
  /// Number in the ledger: a name may come again.
  public let id: Int
  public let name: String
  /// Title of its source.
  public let source: String
  /// The field that is coded.
  public let field: String
  public let accepted: Int
  let shares: CodedShares
}
