import Crypto
import Foundation
import Tabular

/// What decides how a source's files are read: its mapping and the code lists behind it. Files taken under another
/// recipe may read differently now.
public enum MappingFingerprint {
  /// Hexadecimal SHA-256 of everything in `source` and `book` that has a bearing on the rows; titles have none.
  ///
  /// - Throws: `PipelineError` TF301 where the contract names a list that is not there.
  public static func digest(_ source: SourceSpec, _ book: CodeBook) throws -> String {
    var hash = SHA256()
    func add(_ parts: [String]) {
      // Lengths keep ("ab", "c") apart from ("a", "bc").
      for part in parts { hash.update(data: Data("\(part.utf8.count):\(part)".utf8)) }
    }
    // Numbers of persons in texts are masked since this version of the program.
    add(["masked", "keys too", "places"])
    add([source.contract.name, source.encoding?.rawValue ?? "", "\(source.delimiter ?? 0)", source.homeRegion ?? ""])
    add([source.pipelineRegion ?? "", "\(source.takesFirstPlace)", source.asOf?.iso ?? ""])
    for (field, assumed) in source.pay.sorted(by: { $0.key < $1.key }) { add([field, "\(assumed)"]) }
    // Named where they are set: a source without them keeps the fingerprint that it had before there were such keys.
    if source.delimiterNeedsBlank { add(["delimiter", "blank"]) }
    if let quote = source.quote { add(["quote", "\(quote)"]) }
    if let escape = source.escape { add(["escape", "\(escape)"]) }
    // Files taken before have not noted what they hold.
    if source.deliversAll { add(["delivery", "full"]) }
    if let row = source.headerRow { add(["header_row", "\(row)"]) }
    if let sheet = source.sheet { add(["sheet", sheet]) }
    if !source.codesTitles { add(["code_titles", "false"]) }
    if !source.strip.isEmpty { add(["strip"] + pairs(source.strip)) }
    add(source.missing + ["|"] + source.key + ["\(source.lifeDays ?? -1)"])
    add(pairs(source.constants) + pairs(source.defaults))
    add(source.required.sorted() + ["|"] + source.strict.sorted() + pairs(source.shapes))
    for (field, list) in source.lists.sorted(by: { $0.key < $1.key }) { add([field, try book.list(list).digest]) }
    for (field, names) in source.columns.sorted(by: { $0.key < $1.key }) { add([field] + names) }
    for (field, values) in source.values.sorted(by: { $0.key < $1.key }) { add([field] + pairs(values)) }
    // All columns of a field are part of a derived key since this version; of a pay it was the lower limit.
    for columns in source.key.map(source.contract.columns) where columns.count > 1 { add(columns) }
    // A field that is new or read in another way: rows taken before do not have it.
    for field in source.contract.fields {
      add([field.name, "\(type(of: field.kind).name) \(field.kind.description) \(field.isRequired) \(field.keep)"])
      add(field.aliases + ["\(field.fallback.map { "\($0)" } ?? "")"])
      // What other fields' texts were coded as follows the tables by differences: see `TitleRecode`. The text of a cell
      // is not kept.
      if (field.kind as? CodeField)?.origin == .cell { add(["titles", book.titles?.digest ?? ""]) }
      if let list = field.kind.list { add([try book.list(list).digest] + book.companions(of: list).map(\.digest)) }
    }
    return Hexadecimal.text(hash.finalize())
  }

  private static func pairs(_ texts: [String: String]) -> [String] {
    ["\(texts.count)"] + texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}
