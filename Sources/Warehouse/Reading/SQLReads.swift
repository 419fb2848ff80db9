/// What an SQL text reads.
public struct SQLReads: Sendable, Hashable {
  /// Columns by dataset; empty where only the rows are counted.
  public internal(set) var datasets: [String: Set<String>] = [:]
  /// Lists, with their prefix.
  public internal(set) var lists: Set<String> = []
  /// Names of the parameters, without the colon.
  public internal(set) var parameters: Set<String> = []

  public init() {}
}
