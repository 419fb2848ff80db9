import Domain
import GRDBSQLite
import Warehouse

/// The functions that views of datasets are made with: what facts hold as numbers, as conditions read it.
public enum ViewFunctions {
  /// - Parameter lists: those that fields of the datasets name.
  public static func all(lists: [CodeList]) -> [GuardedFunction] { [day, month, period, code(CodeTexts(lists))] }

  /// `tf_day(ordinal)`: `2026-07-01`.
  private static var day: GuardedFunction {
    GuardedFunction("tf_day", arguments: 1) { context, _, values in
      guard let value = values?[0], sqlite3_value_type(value) != SQLITE_NULL else { return }
      let parts = Day(ordinal: Int(sqlite3_value_int64(value))).components
      ViewFunctions.give(context, [parts.year, parts.month, parts.day])
    }
  }

  /// `tf_month(ordinal)`: `2026-07`.
  private static var month: GuardedFunction {
    GuardedFunction("tf_month", arguments: 1) { context, _, values in
      guard let value = values?[0], sqlite3_value_type(value) != SQLITE_NULL else { return }
      let ordinal = Int(sqlite3_value_int64(value))
      ViewFunctions.give(context, [ordinal / 12, ordinal % 12 + 1])
    }
  }

  /// `tf_period(number)`: `2026Q3`; see `PeriodField.number`.
  private static var period: GuardedFunction {
    GuardedFunction("tf_period", arguments: 1) { context, _, values in
      guard let value = values?[0], sqlite3_value_type(value) != SQLITE_NULL else { return }
      guard let period = PeriodField.period(Int(sqlite3_value_int64(value))) else { return }
      sqlite3_result_text(context, period.description, -1, ViewFunctions.copied)
    }
  }

  /// `tf_code('list', number)`: the name of an entry, of lists with three levels or more its code; 无要求 for 0.
  private static func code(_ texts: CodeTexts) -> GuardedFunction {
    GuardedFunction("tf_code", arguments: 2, context: texts) { context, _, values in
      guard let values, let number = values[1], sqlite3_value_type(number) != SQLITE_NULL,
        let client = sqlite3_user_data(context), let name = sqlite3_value_text(values[0])
      else { return }
      let texts = Unmanaged<CodeTexts>.fromOpaque(client).takeUnretainedValue()
      guard let text = texts.text(name, Int(sqlite3_value_int64(number))) else { return }
      text.withUnsafeBufferPointer {
        sqlite3_result_text(
          context, UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self), Int32($0.count), nil)
      }
    }
  }

  /// Numbers of four and two digits with hyphens between them.
  private static func give(_ context: OpaquePointer?, _ numbers: [Int]) {
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
      sqlite3_result_text(context, text.baseAddress, Int32(count), copied)
    }
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// The texts of all codes, by list and number; they stay where they are while the connection lives.
private final class CodeTexts {
  private let lists: [(name: [UInt8], texts: [Int: ContiguousArray<UInt8>])]

  init(_ lists: [CodeList]) {
    self.lists = lists.map { list in
      let isCode = list.isShownByCode
      var texts: [Int: ContiguousArray<UInt8>] = [0: ContiguousArray("无要求".utf8)]
      for entry in list.entries {
        guard let number = CodeNumber.number(entry.code) else { continue }
        texts[number] = ContiguousArray((isCode ? entry.code : entry.name).utf8)
      }
      return (Array(list.id.utf8), texts)
    }
  }

  func text(_ name: UnsafePointer<UInt8>, _ number: Int) -> ContiguousArray<UInt8>? {
    let list = lists.first { list in
      list.name.indices.allSatisfy { name[$0] == list.name[$0] } && name[list.name.count] == 0
    }
    return list?.texts[number]
  }
}
