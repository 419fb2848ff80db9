import Domain
import Tabular

/// All that a worker needs to turn one file's records into rows. Each worker has one of its own: the counts of references
/// to a shared one would go to and fro between the cores.
final class ConformPlan: Sendable {
  let contract: Contract
  let dialect: Dialect
  let header: HeaderMap
  let fields: [FieldPlan]
  let context: RowContext
  let decoder: FieldDecoding
  let mainSlot: Int
  let updatedSlot: Int?
  /// Of the place that rows count for.
  let regionSlot: Int?
  /// Fields of the key that a spreadsheet cut short.
  let damagedKeys: Set<String>
  let checks: [RowCheckBody]
  let missing: MissingTexts
  /// Of the cells as they are cut: the file's own; UTF-8 where a record is decoded before it is cut.
  let cellEncoding: TextEncoding
  let head: HeaderSearch.Found
  /// The first name of the header, in the encoding in which records are cut.
  let firstName: [UInt8]
  /// The line of the header, in the encoding in which records are cut.
  let cutHeader: [UInt8]
  /// Column -> what is dropped at both ends of its cells, in UTF-8.
  let strips: [(column: Int, characters: [[UInt8]])]
  /// Fields whose unreadable value rejects the row.
  let strict: Set<String>
  /// Fields that a row cannot be without.
  let required: Set<String>
  /// Flat memory: an array would count its readers, a row each. Never written to after `init`.
  private nonisolated(unsafe) let derivedKey: UnsafeBufferPointer<KeyPart>
  private let keyFields: Set<String>
  /// Places that rows may lack: what stands for each, in order; last that of the source, where the file has no column for
  /// it: an empty cell is unknown.
  private let places: [(field: String, slot: Int, origins: [Int], source: Int?)]
  private let fieldColumns: [String: Int]
  /// Fields that are coded from texts of other fields.
  let titles: [TitleStep]

  /// A part of a business key: a text field or an integer column.
  private enum KeyPart {
    case text(Int)
    case integer(Int)
  }

  init(
    source: SourceSpec, header: HeaderMap, head: HeaderSearch.Found, dialect: Dialect, context: RowContext,
    book: CodeBook, decoder: FieldDecoding, sampled: SampledColumns
  ) throws {
    let contract = source.contract
    self.contract = contract
    self.dialect = dialect
    self.header = header
    self.context = context
    self.decoder = decoder
    self.head = head
    // In GB18030 a byte above 0x2F may be the second of a character: then records are decoded before they are cut.
    let isPlain = dialect.delimiter < 0x30 && dialect.escape == nil && source.strip.isEmpty
    let cellEncoding: TextEncoding = isPlain ? dialect.encoding : .utf8
    self.cellEncoding = cellEncoding
    firstName = cellEncoding.encoded(head.names.first ?? "")
    cutHeader =
      cellEncoding == dialect.encoding
      ? head.line : head.line.withUnsafeBufferPointer { dialect.encoding.decoded($0) } ?? head.line
    fields = try contract.fields.map {
      try FieldPlan(
        $0, contract: contract, source: source, header: header, book: book, decoder: decoder,
        doubtful: sampled.doubtfulPay, encoding: cellEncoding)
    }
    damagedKeys = sampled.damagedKeys
    strict = source.strict
    required = Set(fields.filter(\.isRequired).map(\.name))
    checks = try contract.checks.map { check in
      do { return try check.bind(contract.layout, book) } catch let error as DeclarationProblem {
        throw PipelineError(
          .unfitRowCheck, .config, at: "\(contract.name).yaml", "\(type(of: check).name): \(error.message)",
          remedy: error.remedy)
      }
    }
    missing = MissingTexts(source.missing, encoding: cellEncoding)
    mainSlot = contract.slot(contract.mainDate)
    updatedSlot = contract.changedAt.flatMap { contract.integerSlots[$0] }
    regionSlot = contract.roles.region.flatMap { contract.integerSlots[$0] }
    places = contract.fields.compactMap { field in
      guard case .place(let origins) = field.fallback else { return nil }
      let isStated = header.columns[field.name] != nil || source.constants[field.name] != nil
      return (
        field.name, contract.slot(field.name), origins.map(contract.slot),
        isStated ? nil : source.homeRegion.flatMap(CodeNumber.number)
      )
    }
    fieldColumns = header.columns
    titles = TitleStep.all(of: contract, isPossible: decoder.titles != nil)
    strips = source.strip.sorted { $0.key < $1.key }.compactMap { field, characters in
      header.columns[field].map { ($0, characters.map { Array(String($0).utf8) }) }
    }
    // A derived key stands for the number alone: the platform stays a part of the key.
    let names = source.key.isEmpty ? contract.key : contract.key.dropLast() + source.key
    keyFields = Set(names)
    let parts = names.flatMap { name -> [KeyPart] in
      if let slot = contract.textSlots[name] { return [.text(slot)] }
      return contract.columns(of: name).compactMap { contract.integerSlots[$0].map(KeyPart.integer) }
    }
    let key = UnsafeMutableBufferPointer<KeyPart>.allocate(capacity: parts.count)
    _ = key.initialize(from: parts)
    derivedKey = UnsafeBufferPointer(key)
  }

  deinit { derivedKey.deallocate() }

  /// Column of a field in the file, from 0; -1 where it has none.
  func column(of field: String) -> Int { fieldColumns[field] ?? -1 }

  /// True for a field that is part of the business key.
  func isKey(_ field: String) -> Bool { keyFields.contains(field) }

  /// What the text of a cell decodes to.
  func value(_ bytes: UnsafeBufferPointer<UInt8>, _ field: FieldPlan) -> Decoded {
    // The record was found to be valid as a whole.
    let text =
      cellEncoding == .utf8
      ? String(decoding: bytes, as: UTF8.self) : String(decoding: cellEncoding.decoded(bytes) ?? [], as: UTF8.self)
    return field.kind.decode(field.values[text] ?? text, field.decoder ?? decoder)
  }

  /// Whether a text (UTF-8) stands in the list that the source file names for its field.
  func listed(_ bytes: UnsafeBufferPointer<UInt8>, _ list: CodeList) -> Decoded {
    list.entry(named: String(decoding: bytes, as: UTF8.self)) == nil ? .problem(.unknownCode) : .value(1)
  }

  /// A row without a place of its own lies where another field says (where its person comes from), else where the source
  /// says that all its rows do. A place that could not be read stays unknown.
  ///
  /// - Parameter problems: those of the row.
  func fillPlaces(_ row: inout RowValues, _ problems: [(problem: Problem, value: String)]) {
    // By number: a copy of a place would count the readers of its origins, a row each.
    for index in places.indices
    where row[places[index].slot] == nil
      && !problems.contains(where: { [field = places[index].field] in
        $0.problem.rule == .region && $0.problem.field == field
      })
    {
      let origin = places[index].origins.first { row.integers[$0] != RowValues.missing }
      row[places[index].slot] = origin.map { row.integers[$0] } ?? places[index].source
    }
  }

  /// Hashes of the business key.
  ///
  /// - Parameters:
  ///   - text: UTF-8 of the row's texts.
  ///   - ends: end of each text, from the start of `text`.
  func key(_ row: RowValues, _ text: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>)
    -> (UInt64, UInt64)
  {
    var key: UInt64 = 0
    var check: UInt64 = 1
    for part in derivedKey {
      switch part {
      case .text(let slot):
        let field = UnsafeBufferPointer(rebasing: text[(slot == 0 ? 0 : ends[slot - 1])..<ends[slot]])
        key = ByteHash.hash(field, seed: key)
        check = ByteHash.hash(field, seed: check)
      case .integer(let slot):
        key = ByteHash.combine(key, row.integers[slot])
        check = ByteHash.combine(check, row.integers[slot])
      }
    }
    return (key, check)
  }
}
