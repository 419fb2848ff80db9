import Domain

/// A leak with its place. The value itself is not in it.
public struct PersonalDataFinding: Sendable {
  /// The file, and the member of it.
  public let file: String
  /// Line, byte, or table, row and column.
  public let place: String
  public let kind: PersonalDataKind
  public let masked: String
}
