import Declarations
import Domain

/// How long a pipeline keeps what it could keep for ever.
public struct RetentionSpec: Sendable {
  /// Lists of rejects and findings older than so many days are removed; nil: never.
  public let rejectsDays: Int?
  /// Pages of nights older than so many days are removed; nil: never.
  public let nightsDays: Int?
  /// Exports that were taken and are older than so many days are removed from their folders; nil: never.
  public let exportsDays: Int?

  static let key = "retention"
  private static let longest = 36_500

  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  init(_ map: YAMLMap) throws {
    let own = try map.optionalMap(RetentionSpec.key, keys: ["rejects_days", "nights_days", "exports_days"])
    func days(_ key: String) throws -> Int? {
      guard let own, let days = try own.optionalInteger(key, limit: RetentionSpec.longest) else { return nil }
      guard days > 0 else { throw own.bad(key, "\(key) 应为 1 以上的天数", "写成 \(key): 180; 永远保留就不写这一项") }
      return days
    }
    rejectsDays = try days("rejects_days")
    nightsDays = try days("nights_days")
    exportsDays = try days("exports_days")
  }
}
