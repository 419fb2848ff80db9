import Declarations
import Domain

/// Reads the rhythm of an input: `every` and `by`.
enum DeliveryScheduleReader {
  static let keys = ["every", "by"]

  /// Nil where the input has none.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ input: YAMLMap) throws -> DeliverySchedule? {
    let nights = try input.optionalInteger("by", limit: 366)
    guard let text = try input.optionalText("every") else {
      guard nights == nil else { throw input.bad("by", "有 by 而没有 every", "写明多久来一次, 如 every: day") }
      return nil
    }
    guard let every = DeliverySchedule.Every(rawValue: text) else {
      let names = DeliverySchedule.Every.allCases.map(\.rawValue)
      let hint = Spelling.nearest(text, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw input.bad("every", "every 不能是 \(text)", hint)
    }
    guard nights != 0 else { throw input.bad("by", "by 至少为 1: 时期结束后的第一夜", "写成 by: 1") }
    return DeliverySchedule(every, by: nights)
  }
}
