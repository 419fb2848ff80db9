import Domain
import Warehouse

/// Functions that know working days and deadlines.
final class DeadlineFunctions {
  private let calendar: WorkingDays
  /// By the bytes of the kind: a look-up of a String would cost more than all else.
  private let rules: [(kind: [UInt8], rule: Deadlines.Rule)]

  init(_ calendar: WorkingDays, _ deadlines: Deadlines) {
    self.calendar = calendar
    rules = deadlines.rules.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) }
  }

  var all: [GuardedFunction] {
    [
      // `workdays(start, end)`: working days after the one, through the other; NULL of NULL.
      GuardedFunction("workdays", arguments: 2, context: self) {
        let call = FunctionCall($0, $1, $2)
        guard !call.hasNull, let start = call.day(0), let end = call.day(1) else { return }
        if let own = call.rules(DeadlineFunctions.self) { call.give(own.calendar.count(after: start, through: end)) }
      },
      // `add_workdays(start, count)`; NULL of NULL.
      GuardedFunction("add_workdays", arguments: 2, context: self) {
        let call = FunctionCall($0, $1, $2)
        guard !call.hasNull, let start = call.day(0) else { return }
        let count = min(call.integer(1), 1_000_000)
        if let own = call.rules(DeadlineFunctions.self) { call.give(own.calendar.day(count, after: start)) }
      },
      // `is_workday(day)`; 0 of NULL, so that NOT holds.
      GuardedFunction("is_workday", arguments: 1, context: self) {
        let call = FunctionCall($0, $1, $2)
        guard !call.hasNull else { return call.give(false) }
        guard let day = call.day(0) else { return }
        if let own = call.rules(DeadlineFunctions.self) { call.give(own.calendar.contains(day)) }
      },
      // `due(kind, start)`, `due(kind, start, extended)`: the last day in time; NULL where `start` is NULL or no such
      // deadline is in force; `extended` may be a date, a text or a flag.
      GuardedFunction("due", arguments: 2, context: self) {
        let call = FunctionCall($0, $1, $2)
        call.rules(DeadlineFunctions.self)?.due(call)
      },
      GuardedFunction("due", arguments: 3, context: self) {
        let call = FunctionCall($0, $1, $2)
        call.rules(DeadlineFunctions.self)?.due(call)
      },
    ]
  }

  private func due(_ call: FunctionCall) {
    guard !call.isNull(0), !call.isNull(1) else { return call.null() }
    let kind = call.bytes(0)
    guard let rule = rules.first(where: { $0.kind.elementsEqual(kind) })?.rule else { return call.null() }
    guard let start = call.day(1) else { return }
    let isExtended =
      call.count > 2 && !call.isNull(2) && (call.isNumber(2) ? call.double(2) != 0 : !call.bytes(2).isEmpty)
    call.give(rule.due(from: start, isExtended: isExtended, calendar))
  }
}
