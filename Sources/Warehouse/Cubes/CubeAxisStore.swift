/// The axes of the cube that a warehouse has, with their numbers and what each was made from when it was counted.
public enum CubeAxisStore {
  public struct Axis: Hashable, Sendable {
    public let number: Int
    public let dataset: String
    public let name: String
    public let definition: String
  }

  /// In the order of their numbers.
  public static func all(_ db: Database) throws -> [Axis] {
    try Row.fetchAll(db, sql: "SELECT number, dataset, name, definition FROM cube_axis ORDER BY number").map { row in
      Axis(number: row["number"], dataset: row["dataset"], name: row["name"], definition: row["definition"])
    }
  }

  /// The number of an axis; nil where the warehouse has none of that name.
  public static func number(_ db: Database, dataset: String, name: String) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT number FROM cube_axis WHERE dataset = ? AND name = ?", arguments: [dataset, name])
  }

  /// Enters an axis without cells, or empties the one that there is, for it is to be counted.
  ///
  /// - Returns: its number: a new one the first time, the same ever after.
  public static func begin(_ db: Database, dataset: String, name: String, definition: String) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO cube_axis (dataset, name, definition) VALUES (:dataset, :name, :definition)
        ON CONFLICT (dataset, name) DO UPDATE SET definition = :definition
        """,
      arguments: ["dataset": dataset, "name": name, "definition": definition])
    guard let number = try number(db, dataset: dataset, name: name) else {
      throw DatabaseError(.internalError, message: "cube_axis lost \(dataset) \(name)")
    }
    try db.execute(sql: "DELETE FROM cube WHERE axis = ?", arguments: [number])
    return number
  }

  /// Removes an axis with its cells.
  public static func remove(_ db: Database, _ number: Int) throws {
    try db.execute(sql: "DELETE FROM cube WHERE axis = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM cube_axis WHERE number = ?", arguments: [number])
  }
}
