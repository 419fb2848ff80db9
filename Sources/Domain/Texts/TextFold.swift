/// Makes texts of different typists comparable.
public enum TextFold {
  /// Full-width ASCII becomes narrow, letters lower case, the dashes and tildes of ranges `-`; blanks are dropped.
  public static func fold(_ text: String) -> String {
    // Most texts are Chinese words or lower-case codes throughout, and stay as they are.
    guard text.utf8.contains(where: mayChange) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0, 0xFEFF: continue
      case 0x2010...0x2015, 0x2212, 0xFF0D, 0x301C, 0xFF5E, 0x7E: scalars.append("-")
      case 0xFF01...0xFF5E: append(scalar.value - 0xFEE0, to: &scalars)
      default: append(scalar.value, to: &scalars)
      }
    }
    return String(scalars)
  }

  /// True of bytes that begin, or are, a character that does not stay as it is.
  private static func mayChange(_ byte: UInt8) -> Bool {
    byte <= 0x20 || (0x41...0x5A).contains(byte) || [0x7E, 0xC2, 0xE2, 0xE3, 0xEF].contains(byte)
  }

  private static func append(_ value: UInt32, to scalars: inout String.UnicodeScalarView) {
    let lowered = (0x41...0x5A).contains(value) ? value + 0x20 : value
    if let scalar = Unicode.Scalar(lowered) { scalars.append(scalar) }
  }
}
