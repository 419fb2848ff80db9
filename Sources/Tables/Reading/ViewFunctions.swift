import Domain
import Warehouse

/// The functions that views of datasets are made with: what facts hold as numbers, as conditions read it.
public enum ViewFunctions {
  /// - Parameter lists: those that fields of the datasets name.
  public static func all(lists: [CodeList]) -> [GuardedFunction] { [day, month, period, code(CodeTexts(lists))] }

  /// `tf_day(ordinal)`: `2026-07-01`.
  private static var day: GuardedFunction {
    GuardedFunction("tf_day", arguments: 1) {
      let call = FunctionCall($0, $1, $2)
      guard !call.isNull(0) else { return }
      let parts = Day(ordinal: call.integer(0)).components
      ViewFunctions.give(call, [parts.year, parts.month, parts.day])
    }
  }

  /// `tf_month(ordinal)`: `2026-07`.
  private static var month: GuardedFunction {
    GuardedFunction("tf_month", arguments: 1) {
      let call = FunctionCall($0, $1, $2)
      guard !call.isNull(0) else { return }
      let ordinal = call.integer(0)
      ViewFunctions.give(call, [ordinal / 12, ordinal % 12 + 1])
    }
  }

  /// `tf_period(number)`: `2026Q3`; see `PeriodField.number`.
  private static var period: GuardedFunction {
    GuardedFunction("tf_period", arguments: 1) {
      let call = FunctionCall($0, $1, $2)
      guard !call.isNull(0), let period = PeriodField.period(call.integer(0)) else { return }
      call.give(period.description)
    }
  }

  /// `tf_code('list', number)`: the name of an entry, of lists with three levels or more its code; 无要求 for 0.
  private static func code(_ texts: CodeTexts) -> GuardedFunction {
    GuardedFunction("tf_code", arguments: 2, context: texts) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let texts = call.rules(CodeTexts.self),
        let text = texts.text(call.bytes(0), call.integer(1))
      else { return }
      text.withUnsafeBufferPointer { call.give(staying: $0) }
    }
  }

  /// Numbers of four and two digits with hyphens between them.
  private static func give(_ call: FunctionCall, _ numbers: [Int]) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { text in
      var count = 0
      for (place, number) in numbers.enumerated() {
        if place > 0 {
          text[count] = 45
          count += 1
        }
        var scale = place == 0 ? 1000 : 10
        while scale > 0 {
          text[count] = CChar(48 + number / scale % 10)
          count += 1
          scale /= 10
        }
      }
      call.give(UnsafeBufferPointer(rebasing: text[..<count]))
    }
  }
}

/// The texts of all codes, by list and number; they stay where they are while the connection lives, to whose thread they
/// belong. Those of a list are made when it is first asked for: most statements show codes of few.
private final class CodeTexts {
  private let lists: [(name: [UInt8], list: CodeList)]
  private var made: [[Int: ContiguousArray<UInt8>]?]

  init(_ lists: [CodeList]) {
    self.lists = lists.map { (Array($0.id.utf8), $0) }
    made = [[Int: ContiguousArray<UInt8>]?](repeating: nil, count: lists.count)
  }

  func text(_ name: UnsafeBufferPointer<UInt8>, _ number: Int) -> ContiguousArray<UInt8>? {
    guard let place = lists.firstIndex(where: { $0.name.elementsEqual(name) }) else { return nil }
    if made[place] == nil { made[place] = CodeTexts.texts(of: lists[place].list) }
    return made[place]?[number]
  }

  private static func texts(of list: CodeList) -> [Int: ContiguousArray<UInt8>] {
    let isCode = list.isShownByCode
    var texts: [Int: ContiguousArray<UInt8>] = [0: ContiguousArray("无要求".utf8)]
    for entry in list.entries {
      guard let number = CodeNumber.number(entry.code) else { continue }
      texts[number] = ContiguousArray((isCode ? entry.code : entry.name).utf8)
    }
    return texts
  }
}
