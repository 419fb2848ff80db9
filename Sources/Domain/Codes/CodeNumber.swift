/// Codes as integers: narrow columns, fast comparison, and the same number on every machine.
///
/// Digits get a leading 1, so that `01` and `1` differ and `450602 / 100` still names the prefecture; a letter is its
/// ASCII value.
public enum CodeNumber {
  /// The number of `code` (digits, with or without dashes, or one capital letter); nil for anything else.
  public static func number(_ code: String) -> Int? {
    let bytes = Array(code.utf8)
    if bytes.count == 1, (0x41...0x5A).contains(bytes[0]) { return Int(bytes[0]) }
    var result = 1
    var digits = 0
    for byte in bytes where byte != UInt8(ascii: "-") {
      guard (0x30...0x39).contains(byte), digits < 15 else { return nil }
      result = result * 10 + Int(byte - 0x30)
      digits += 1
    }
    // Two-digit letters of ASCII (65...90) never start with a 1, so the two forms cannot meet.
    return digits > 0 ? result : nil
  }

  /// The code of `number`, without dashes.
  public static func code(_ number: Int) -> String {
    if (0x41...0x5A).contains(number), let scalar = Unicode.Scalar(number) { return String(Character(scalar)) }
    return String("\(number)".dropFirst())
  }

  /// An occupation's code in its dashed form: `6-18-01-02`.
  public static func occupationCode(_ number: Int) -> String {
    let digits = Array(code(number))
    guard digits.count > 1 else { return String(digits) }
    let rest = stride(from: 1, to: digits.count, by: 2).map { String(digits[$0..<min($0 + 2, digits.count)]) }
    return ([String(digits[0])] + rest).joined(separator: "-")
  }

  /// Level of an occupation's dashed code: 1 大类, 2 中类, 3 小类, 4 细类; 0 for the empty one, which is all of them.
  public static func occupationLevel(_ code: String) -> Int { code.split(separator: "-").count }

  /// The number of the entry of `list` that `text` names: by code, exact name or alias.
  public static func find(_ text: String, in list: CodeList) -> Int? {
    list.entry(named: text).flatMap { number($0.code) }
  }
}
