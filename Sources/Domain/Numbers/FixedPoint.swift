/// Numbers with a few decimals as whole ones, so that sums of them are exact.
public enum FixedPoint {
  /// `-1,234.50` with two decimals is -123450; nil for what is no such number, has more decimals, or 16 digits and more.
  public static func parse(_ text: String, decimals: Int) -> Int? {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    var value = 0
    var (digits, places) = (0, -1)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        guard digits < 15, places < decimals else { return nil }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if places >= 0 { places += 1 }
      case UInt8(ascii: "."):
        guard places < 0, digits > 0 else { return nil }
        places = 0
      case UInt8(ascii: ","):
        // Between thousands only, before the point.
        let rest = bytes.dropFirst(index + 1).prefix { (0x30...0x39).contains($0) }
        guard places < 0, digits > 0, rest.count == 3 else { return nil }
      default: return nil
      }
    }
    guard digits > 0, places != 0 else { return nil }
    for _ in max(places, 0)..<decimals {
      let (next, overflows) = value.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      value = next
    }
    return isNegative ? -value : value
  }
}
