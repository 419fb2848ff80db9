import Declarations
import Domain
import Stages

/// Checks the values of a source file against the code lists, once these have been read.
struct SourceValues {
  let path: String
  let source: SourceSpec
  let book: CodeBook

  /// - Throws: `PipelineError` TF505 that names line and column of what is wrong.
  func check() throws {
    let map = try YAMLMap(file: path, keys: SourceFile.keys)
    if let code = source.homeRegion, try book.list("regions").entry(code: code) == nil {
      throw map.bad("home_region", "区划代码 \(code) 不在代码表中", "查 codelists/regions.csv")
    }
    let check = try SourceCheck(source, book: book)
    for key in ["constants", "defaults"] {
      if let inner = try map.optionalMap(key) { try self.check(inner, check) { $0 } }
    }
    if let values = try map.optionalMap("values") {
      for field in values.keys { try self.check(try values.map(field), check) { _ in field } }
    }
  }

  private func check(_ map: YAMLMap, _ check: SourceCheck, field: (String) -> String) throws {
    for key in map.keys {
      let text = try map.text(key)
      if let rule = check.problem(text, of: field(key)) {
        throw map.bad(key, "\(field(key)) 不能是 \(text): \(rule.message)", rule.remedy)
      }
    }
  }
}
