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
  private static let rows = 2000
  /// Median of a month's pay, in CNY, outside which a column is of something else.
  private static let plausible = 800...60_000
  /// Rows below which a median says nothing.
  private static let fewest = 5

  init(_ sample: [UInt8], _ dialect: Dialect, _ header: HeaderMap, _ source: SourceSpec) {
    let pays = source.contract.fields.filter { $0.kind is PayField || $0.kind is PayAmountField }
    let keys = source.contract.fields.filter { $0.kind.text == .key && header.columns[$0.name] != nil }
    let columns = Dictionary(
      (pays + keys).compactMap { field in header.columns[field.name].map { (field.name, $0) } },
      uniquingKeysWith: { $1 })
    guard !columns.isEmpty else { return }
    let texts = SampledColumns.texts(sample, dialect, Array(columns.values))
    for field in pays {
      guard let own = columns[field.name].flatMap({ texts[$0] }) else { continue }
      let assumed = source.pay[field.name] ?? .init()
      // What the source file says of the period is not doubted.
      guard assumed.months == nil else { continue }
      let months = own.filter { !PayText.statesPeriod($0) }.compactMap { PayText.parse($0, assumed: assumed) }
        .compactMap { pay in (pay.low ?? pay.high).map { ($0 + (pay.high ?? $0)) / 2 } }.sorted()
      guard months.count >= SampledColumns.fewest else { continue }
      if !SampledColumns.plausible.contains(months[months.count / 2]) { doubtfulPay.insert(field.name) }
    }
    for field in keys {
      guard let own = columns[field.name].flatMap({ texts[$0] }) else { continue }
      let long = own.filter { $0.utf8.count > 15 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      // Of whole numbers one in a thousand ends so.
      if long.count(where: { $0.hasSuffix("000") }) * 4 > long.count { damagedKeys.insert(field.name) }
    }
  }

  /// The texts of some columns in the first rows, without empty ones.
  private static func texts(_ sample: [UInt8], _ dialect: Dialect, _ columns: [Int]) -> [Int: [String]] {
    var found: [Int: [String]] = [:]
    let body = Array(sample[dialect.byteOrderMark...])
    var splitter = FieldSplitter(dialect: dialect)
    for record in RecordScanner(dialect: dialect).records(of: body, limit: rows).dropFirst() {
      body.withUnsafeBufferPointer { buffer in
        splitter.split(buffer, record)
        for column in columns where column < splitter.fields.count {
          let cell = splitter.withField(column, of: buffer) { dialect.encoding.decoded($0) } ?? []
          if !cell.isEmpty { found[column, default: []].append(String(decoding: cell, as: UTF8.self)) }
        }
      }
    }
    return found
  }
}
