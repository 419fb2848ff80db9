import Warehouse

/// `earliest(a, b, …)` and `latest(a, b, …)`: of texts or of numbers; NULL is passed over, where `min` of SQLite would be
/// NULL.
enum ExtremeFunctions {
  static var all: [GuardedFunction] {
    [
      GuardedFunction("earliest", arguments: -1) { ExtremeFunctions.pick(FunctionCall($0, $1, $2)) { $0 } },
      GuardedFunction("latest", arguments: -1) { ExtremeFunctions.pick(FunctionCall($0, $1, $2)) { !$0 } },
    ]
  }

  /// - Parameter takes: whether the later argument is taken, by whether it is less.
  private static func pick(_ call: FunctionCall, _ takes: (Bool) -> Bool) {
    var best: Int?
    for place in 0..<call.count where !call.isNull(place) {
      guard let before = best else {
        best = place
        continue
      }
      if call.isText(before), call.isText(place) {
        if takes(call.bytes(place).lexicographicallyPrecedes(call.bytes(before))) { best = place }
      } else if call.isNumber(before), call.isNumber(place) {
        if takes(call.double(place) < call.double(before)) { best = place }
      } else {
        return call.fail("earliest 和 latest 不能混用文字与数")
      }
    }
    if let best { call.give(argument: best) } else { call.null() }
  }
}
