import Domain
import Stages
import Tabular
import TestSupport

extension SourceSpec {
  /// A source of postings whose platform is a column.
  static let postings = SourceSpec(id: "test", title: "测试", contract: .postings, homeRegion: "450600")
  static let seekers = SourceSpec(id: "test-seekers", title: "测试", contract: .seekers, homeRegion: "450600")
  static let placements = SourceSpec(id: "test-placements", title: "测试", contract: .placements, homeRegion: "450600")
}

/// What became of a small file.
struct Conformed {
  static let today = Day(ordinal: 20_726)
  static let pseudonym = Pseudonym(key: Array("0123456789abcdef".utf8))

  let source: SourceSpec
  let header: HeaderMap
  let headerLine: [UInt8]
  let dialect: Dialect
  let batches: [ConformedBatch]

  init(_ bytes: [UInt8], _ source: SourceSpec, workers: Int = 1, book: CodeBook = TestBook.book) throws {
    let folder = try TestFolder()
    let conformer = try FileConformer(
      path: try folder.write(bytes), name: "export.csv", source: source, book: book,
      pseudonym: Conformed.pseudonym, today: Conformed.today, workers: workers)
    var batches: [ConformedBatch] = []
    while let batch = try conformer.next() { batches.append(batch) }
    self.source = source
    self.header = conformer.header
    (headerLine, dialect) = (conformer.headerLine, conformer.dialect)
    self.batches = batches
  }

  init(
    _ text: String, _ source: SourceSpec = .postings, workers: Int = 1, book: CodeBook = TestBook.book
  ) throws {
    try self.init(Array(text.utf8), source, workers: workers, book: book)
  }

  var findings: [Finding] { batches.flatMap(\.findings) }
  var rejects: [RejectedRow] { batches.flatMap(\.rejects) }

  /// An integer of the first batch; nil where it is missing, or there is no such row.
  func integer(_ column: String, row: Int = 0) -> Int? {
    guard let batch = batches.first, row < batch.rows else { return nil }
    let value = batch.integers[row * source.contract.integerColumns.count + source.contract.slot(column)]
    return value == RowValues.missing ? nil : value
  }

  /// A text of the first batch; nil where there is no such row.
  func text(_ field: String, row: Int = 0) -> String? {
    guard let batch = batches.first, row < batch.rows else { return nil }
    let index = row * source.contract.textColumns.count + source.contract.textSlot(field)
    let start = index == 0 ? 0 : batch.textEnds[index - 1]
    return String(decoding: batch.text[start..<batch.textEnds[index]], as: UTF8.self)
  }
}
