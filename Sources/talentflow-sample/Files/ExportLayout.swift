/// How one system writes its export.
struct ExportLayout {
  enum Encoding { case utf8, utf8WithMark, gb18030 }

  /// Name of the system, its folder and its source file.
  let system: String
  let encoding: Encoding
  let newline: String
  let delimiter: Character
  /// Header names in order.
  let headers: [String]
  /// Columns without which a row is refused, the row's number first.
  let required: [Int]
  /// Column of the date that places a row in a period.
  let mainDate: Int
  let updated: Int
  /// Column of the openings; nil where there is none.
  let openings: Int?
  /// A column of free text, where broken quotes and NUL bytes are put.
  let text: Int
}

extension ExportLayout {
  /// A time of change as this system writes it.
  func stamp(_ time: SampleTime) -> String {
    encoding == .gb18030 ? "\(time.day.slashed) \(time.clock)" : "\(time.day.iso) \(time.clock)"
  }

  /// A day as this system writes it; GB18030 systems are the old ones.
  func date(_ day: SampleDay?, isLong: Bool = false) -> String {
    guard let day else { return "" }
    guard encoding == .gb18030 else { return day.iso }
    return isLong ? day.chinese : day.slashed
  }
}
