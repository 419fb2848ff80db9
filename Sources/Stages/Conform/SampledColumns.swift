import Domain
import Tabular

/// What the first rows of a file say of its columns as a whole, where single cells cannot: that pays are those of a year,
/// and that a spreadsheet has cut numbers short.
struct SampledColumns: Sendable {
  /// Pay fields whose values are no pay of a month.
  private(set) var doubtfulPay: Set<String> = []
  /// Parts of the key whose numbers end in zeros: 15 digits are all that a spreadsheet keeps of one.
  private(set) var damagedKeys: Set<String> = []

  /// Rows that are looked at.
  private static let rowLimit = 1000
  /// Median of a month's pay, in CNY, outside which a column is of something else.
  private static let plausible = 800...60_000
  /// Rows below which a median says nothing.
  private static let fewest = 5

  /// Columns of a header that it looks at.
  static func columns(_ places: [String: Int], _ source: SourceSpec) -> Set<Int> {
    Set(
      source.contract.fields.filter { $0.kind is PayField || $0.kind is PayAmountField || $0.kind.text == .key }
        .compactMap { places[$0.name] })
  }

  /// - Parameters:
  ///   - rows: the first of a file, as `rows(_:_:from:)` cuts them.
  ///   - header: names of the columns.
  ///   - places: columns of the fields.
  init(_ rows: [[String]], _ header: [String], _ places: [String: Int], _ source: SourceSpec) {
    let pays = source.contract.fields.filter { $0.kind is PayField || $0.kind is PayAmountField }
    let keys = source.contract.fields.filter { $0.kind.text == .key && places[$0.name] != nil }
    func texts(_ field: Field) -> [String] {
      guard let column = places[field.name] else { return [] }
      return rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    }
    for field in pays {
      let name = places[field.name].flatMap { $0 < header.count ? header[$0] : nil } ?? ""
      let stated = PayText.Assumption(header: name)
      if stated.months ?? 1 != 1 && source.pay[field.name]?.months == nil
        || stated.unit ?? 1 != 1 && source.pay[field.name]?.unit == nil
      {
        doubtfulPay.insert(field.name)
        continue
      }
      let own = texts(field)
      let assumed = source.pay[field.name] ?? .init()
      // What the source file says of the period is not doubted.
      guard assumed.months == nil else { continue }
      let months = own.filter { !PayText.statesPeriod($0) }.compactMap { PayText.parse($0, assumed: assumed) }
        .compactMap { pay in (pay.low ?? pay.high).map { ($0 + (pay.high ?? $0)) / 2 } }.sorted()
      guard months.count >= SampledColumns.fewest else { continue }
      if !SampledColumns.plausible.contains(months[months.count / 2]) { doubtfulPay.insert(field.name) }
    }
    for field in keys {
      let long = texts(field).filter { $0.utf8.count > 15 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      // Of whole numbers one in a thousand ends so.
      if long.count(where: { $0.hasSuffix("000") }) * 4 > long.count { damagedKeys.insert(field.name) }
    }
  }

  /// The cells of the first rows of data; the last row may be cut off.
  ///
  /// - Parameters:
  ///   - first: number of the first record of data.
  ///   - wanted: columns that are looked at, the others are empty; nil: all.
  static func rows(
    _ sample: [UInt8], _ dialect: Dialect, from first: Int, limit: Int = rowLimit, only wanted: Set<Int>? = nil
  ) -> [[String]] {
    let body = Array(sample[dialect.byteOrderMark...])
    var splitter = FieldSplitter(dialect: dialect)
    let records = RecordScanner(dialect: dialect).first(
      first + limit, of: body, isCut: sample.count >= DialectSniffer.sampleSize)
    return body.withUnsafeBufferPointer { buffer in
      records.dropFirst(first).map { record in
        splitter.split(buffer, record)
        return splitter.fields.indices.map { index in
          guard wanted?.contains(index) ?? true else { return "" }
          return splitter.withField(index, of: buffer) {
            String(decoding: dialect.encoding.decoded($0) ?? [], as: UTF8.self)
          }
        }
      }
    }
  }
}
