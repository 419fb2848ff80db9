import Domain
import Warehouse

/// The expert register of the warehouse.
public struct ExpertRegister: Sendable {
  /// In the order of their numbers.
  public let experts: [Expert]

  public init(_ experts: [Expert]) { self.experts = experts.sorted { $0.id < $1.id } }

  /// - Throws: `DatabaseError`.
  public init(_ db: Database) throws {
    // A pipeline that declares no experts has none.
    guard try db.viewExists(MarketDataset.experts) else {
      self.init([])
      return
    }
    let rows = try Row.fetchAll(db, sql: "SELECT id, expert_id, occupation, valid_until FROM experts ORDER BY id")
    var experts: [String: Expert] = [:]
    for row in rows {
      let id: String = row["expert_id"]
      let texts = try TextBlocks.texts(db, dataset: MarketDataset.experts, id: row["id"])
      let occupation = CodeNumber.occupationCode(row["occupation"])
      let before = experts[id]
      let term = Expert.Term(occupation: occupation, validUntil: Day(ordinal: row["valid_until"]))
      experts[id] = Expert(
        id: id, name: texts["name"] ?? "", organisation: texts["organisation"] ?? "", area: texts["area"] ?? "",
        terms: (before?.terms ?? []) + [term])
    }
    self.init(Array(experts.values))
  }

  public func expert(_ id: String) -> Expert? { experts.first { $0.id == id } }

  /// Those who can judge `occupation` on `day`.
  public func assigned(to occupation: String, on day: Day) -> [Expert] {
    experts.filter { $0.covers(occupation, on: day) }
  }
}
