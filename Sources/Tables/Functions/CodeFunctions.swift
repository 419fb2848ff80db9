import Warehouse

/// Functions of codes with levels, and of list fields.
enum CodeFunctions {
  static var all: [GuardedFunction] { [below, level, has] }

  /// `below(code, prefix)`: whether a code is the other or lies below it; hyphens do not count. 0 of NULL, so that NOT
  /// holds.
  private static var below: GuardedFunction {
    GuardedFunction("below", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull else { return call.give(false) }
      let hyphen = UInt8(ascii: "-")
      var code = call.bytes(0).lazy.filter { $0 != hyphen }.makeIterator()
      for byte in call.bytes(1) where byte != hyphen {
        guard code.next() == byte else { return call.give(false) }
      }
      call.give(true)
    }
  }

  /// `level(code, count)`: the first parts of a code, `level('2-02-05-01', 2)` = `2-02`; NULL of NULL.
  private static var level: GuardedFunction {
    GuardedFunction("level", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull else { return }
      var left = call.integer(1)
      let part = call.bytes(0).prefix { byte in
        if byte == UInt8(ascii: "-") { left -= 1 }
        return left > 0
      }
      call.give(String(decoding: part, as: UTF8.self))
    }
  }

  /// `has(list, value)`: whether a list field has the value; 0 of NULL, so that NOT holds.
  private static var has: GuardedFunction {
    GuardedFunction("has", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull else { return call.give(false) }
      guard let found = JSONTexts.contains(call.bytes(1), in: call.bytes(0)) else {
        return call.fail("has 的第一个参数不是列表字段")
      }
      call.give(found)
    }
  }
}
